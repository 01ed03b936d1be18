#!/usr/bin/env bash
# Root only long enough to hand over volumes and tmpfs mounts, which arrive owned by root.
set -euo pipefail

if [ "$(id -u)" = 0 ]; then
  chown hivemq:hivemq /opt/hivemq/data /opt/hivemq/log
  exec setpriv --reuid hivemq --regid hivemq --init-groups "$@"
fi
exec "$@"
