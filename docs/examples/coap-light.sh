#!/usr/bin/env bash
# A light made of libcoap's example server (Debian: libcoap3-bin) and nothing of Hearth's. Start it, then:
#   HEARTH_COAP_PEERS='coap://127.0.0.1:5690#Porch%20lantern' ./hearth run
#   ./hearth say 'turn on the porch lantern'
#   ./hearth say 'set the porch lantern to 30 percent'
# It prints what is true of the light whenever that changes. Ctrl-C ends it.
set -eu
port=${1:-5690}
tool() { command -v "$1" || command -v "$1-notls" || command -v "$1-openssl" || command -v "$1-gnutls"; }
server=$(tool coap-server) && client=$(tool coap-client) || { echo 'libcoap is not installed: apt-get install libcoap3-bin' >&2; exit 1; }

"$server" -A 127.0.0.1 -p "$port" -d 10 -v 3 &
trap 'kill $!' EXIT
light=coap://127.0.0.1:$port/3311/0
# Resources come to be by writing them: 5850 is on or off, 5851 the brightness in percent, of IPSO's light control 3311.
make() {
  until [ "$("$client" -B 1 "$light/$1" 2>/dev/null)" = "$2" ]; do
    "$client" -B 1 -m put -e "$2" "$light/$1" >/dev/null 2>&1 || true
  done
}
make 5850 0
make 5851 50
echo "a light is at coap://127.0.0.1:$port, off, brightness 50"
last='0 50'
while sleep 0.5; do
  now="$("$client" -B 1 "$light/5850" 2>/dev/null) $("$client" -B 1 "$light/5851" 2>/dev/null)"
  [ "$now" = "$last" ] || echo "on: ${now% *}, brightness: ${now#* }"
  last=$now
done
