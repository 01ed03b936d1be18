#!/usr/bin/env bash
# Healthy when Hearth's health endpoint answers 200. Needs bash alone: a runtime image has no curl.
set -euo pipefail

port=${HEARTH_HTTP_PORT:-8080}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
IFS= read -r -t 4 status <&3
case $status in
  "HTTP/1.1 200"*) ;;
  *) echo "health endpoint answered: $status" >&2; exit 1 ;;
esac
