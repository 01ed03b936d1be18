#!/usr/bin/env bash
# Starts HiveMQ CE. JAVA_OPTS is split into words on purpose.
set -euo pipefail

home=/opt/hivemq
# shellcheck disable=SC2086
exec java ${JAVA_OPTS:-} \
  -Dhivemq.home="$home" \
  -Dlogback.configurationFile="$home/conf/logback.xml" \
  -Djava.net.preferIPv4Stack=true \
  --add-opens java.base/java.lang=ALL-UNNAMED \
  --add-opens java.base/java.nio=ALL-UNNAMED \
  --add-opens java.base/sun.nio.ch=ALL-UNNAMED \
  --add-opens jdk.management/com.sun.management.internal=ALL-UNNAMED \
  --add-exports java.base/jdk.internal.misc=ALL-UNNAMED \
  --enable-native-access=ALL-UNNAMED \
  -cp "$home/lib/*" com.hivemq.HiveMQServer
