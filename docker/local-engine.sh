#!/usr/bin/env bash
# A Docker engine of one's own and the images Hearth needs, on a machine that cannot pull images:
# Debian's packages, debootstrap, Maven Central and a local JDK are enough. See docker/README.md.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: docker/local-engine.sh VERB

  up                 install what is missing and start the engine (does nothing when it runs)
  images [NAME...]   build base, hivemq and hearth, or only those named; a base that exists is kept
                     unless it is named
  env                print the export lines that point docker, compose and Testcontainers at the engine
  compose ARG...     docker compose (either generation) on docker/compose.yaml with the local images
  status             say whether the engine answers, and list images and containers
  down               stop the engine that `up` started, with its containers; images and volumes stay
  clean              down, then delete the work folder with everything in it

environment:
  ENGINE_WORK        work folder: socket, log, images (default ${TMPDIR:-/tmp}/hearth-docker)
  ENGINE_STORAGE     storage driver (default: the engine's choice; vfs works everywhere)
  DEBIAN_MIRROR      where debootstrap gets its packages (default: its own)
  HEARTH_JAVA_HOME   JDK from 21 to take the images' Java runtime from (default: as for ./hearth)
TEXT
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
work=${ENGINE_WORK:-${TMPDIR:-/tmp}/hearth-docker}
socket=$work/docker.sock
pid_file=$work/dockerd.pid
engine_log=$work/dockerd.log

base_image=hearth-base:local
hivemq_version=$(sed -n 's:.*<hivemq.version>\(.*\)</hivemq.version>.*:\1:p' "$here/hivemq/pom.xml")
hivemq_image=hivemq/hivemq-ce:$hivemq_version
hearth_image=hearth:local

# No image here needs BuildKit, and Debian's engine comes without its client plug-in.
export DOCKER_HOST=unix://$socket DOCKER_BUILDKIT=0 COMPOSE_DOCKER_CLI_BUILD=0

say() { printf '[local-engine] %s\n' "$*"; }
fail() { printf '[local-engine] %s\n' "$*" >&2; exit 1; }

need_root() { [ "$(id -u)" = 0 ] || fail "$1 needs root: the engine and debootstrap do not run without it"; }

answers() { docker version >/dev/null 2>&1; }

# The engine started here, or nothing: a number left by an earlier boot must not stop a stranger.
engine_pid() {
  local pid
  pid=$(cat "$pid_file" 2>/dev/null) || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "--host unix://$socket " || return 1
  echo "$pid"
}

install_missing() {
  local packages=()
  command -v dockerd >/dev/null || packages+=(docker.io)
  command -v docker >/dev/null || packages+=(docker.io)
  docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || packages+=(docker-compose)
  command -v debootstrap >/dev/null || packages+=(debootstrap)
  [ ${#packages[@]} = 0 ] && return
  command -v apt-get >/dev/null || fail "missing: ${packages[*]}; there is no apt-get, install them by hand"
  say "installing ${packages[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" \
    >"$work/apt.log" 2>&1 || fail "installing failed, see $work/apt.log"
}

up() {
  need_root up
  [ ${#socket} -le 107 ] || fail "the socket's path is longer than a unix socket may have: $socket; set ENGINE_WORK"
  mkdir -p "$work"
  chmod 700 "$work"
  install_missing
  if engine_pid >/dev/null && answers; then
    say "already runs at $DOCKER_HOST"
    return
  fi
  local storage=()
  [ -z "${ENGINE_STORAGE:-}" ] || storage=(--storage-driver "$ENGINE_STORAGE")
  # No rule of the host's firewall or routing is touched: ports are mapped by the user-land proxy,
  # on loopback unless a container asks for more.
  setsid nohup dockerd --host "unix://$socket" --pidfile "$pid_file" \
    --data-root "$work/data" --exec-root "$work/exec" \
    --iptables=false --ip6tables=false --ip-masq=false --ip-forward=false --ip 127.0.0.1 \
    "${storage[@]}" </dev/null >"$engine_log" 2>&1 &
  local waited=0
  until answers; do
    waited=$((waited + 1))
    if [ $waited -gt 60 ]; then
      tail -n 15 "$engine_log" >&2
      fail "the engine did not answer within 60 s, see $engine_log (ENGINE_STORAGE=vfs helps where overlay does not work)"
    fi
    sleep 1
  done
  say "engine $(docker version --format '{{.Server.Version}}') with $(docker info --format '{{.Driver}}') at $DOCKER_HOST"
}

down() {
  local pid waited=0
  if ! pid=$(engine_pid); then
    say "no engine of ours runs in $work"
    return
  fi
  kill "$pid"
  while [ -e "/proc/$pid" ]; do
    waited=$((waited + 1))
    [ $waited -le 60 ] || fail "the engine (process $pid) did not stop within 60 s"
    sleep 1
  done
  say "engine stopped"
}

clean() {
  need_root clean
  down
  if grep -qF " $work/" /proc/self/mounts; then
    fail "something is still mounted below $work, nothing was deleted"
  fi
  rm -rf --one-file-system "$work"
  say "deleted $work"
}

image_exists() { docker image inspect "$1" >/dev/null 2>&1; }

size_of() { docker image inspect --format '{{.Size}}' "$1" | awk '{printf "%d MB", $1 / 1000000}'; }

# What a JRE holds: every module of the JDK except its tools, so that the local base hides nothing
# that a published JRE image would not have either.
runtime_modules() {
  local tools='jdk\.(compiler|javadoc|jartool|jlink|jpackage|jshell|jdeps|jdi|jconsole|jcmd|jstatd|attach|editpad|hotspot\.agent|internal\.(ed|le|opt|md|joptsimple)|unsupported\.desktop|graal\..*|incubator\..*)'
  "$1/bin/java" --list-modules | sed 's/@.*//' | grep -vxE "$tools" | paste -sd,
}

base() {
  need_root "building the base"
  local from java_home rootfs=$work/base/rootfs
  from=$("$root/hearth" java-home)
  java_home=$rootfs/opt/java
  rm -rf --one-file-system "$work/base"
  mkdir -p "$work/base"
  say "base: Debian bookworm"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$rootfs" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} \
    >"$work/base/debootstrap.log" 2>&1 || fail "debootstrap failed, see $work/base/debootstrap.log"
  rm -rf "$rootfs"/var/cache/apt/* "$rootfs"/var/lib/apt/lists/* "$rootfs"/var/log/* \
    "$rootfs"/usr/share/doc/* "$rootfs"/usr/share/man/* "$rootfs"/usr/share/locale/*
  say "base: Java from $from"
  if ! "$from/bin/jlink" --add-modules "$(runtime_modules "$from")" --no-header-files --no-man-pages \
    --compress zip-6 --generate-cds-archive --output "$java_home" >"$work/base/jlink.log" 2>&1; then
    say "base: jlink refused (see $work/base/jlink.log), taking the whole JDK"
    rm -rf "$java_home"
    cp -aL "$from" "$java_home"
  fi
  tar -C "$rootfs" --numeric-owner -c . | docker import \
    --change 'ENV JAVA_HOME=/opt/java' \
    --change 'ENV PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'ENV LANG=C.UTF-8' --change 'CMD ["bash"]' - "$base_image" >/dev/null
  rm -rf --one-file-system "$rootfs"
  say "base: $base_image, $(size_of "$base_image")"
}

hivemq() {
  local build=$work/hivemq
  rm -rf "$build"
  mkdir -p "$build"
  cp -r "$here/hivemq/." "$build"
  say "hivemq: jars from Maven"
  JAVA_HOME=$("$root/hearth" java-home) mvn -q -B -f "$build/pom.xml" package >"$build/maven.log" 2>&1 \
    || fail "Maven failed, see $build/maven.log"
  tar -C "$build" -c Dockerfile docker-entrypoint.sh run.sh config.xml logback.xml hivemq-extension.xml \
    -C "$build/target" lib extension.jar \
    | docker build -q --build-arg "BASE=$base_image" -t "$hivemq_image" - >/dev/null
  say "hivemq: $hivemq_image, $(size_of "$hivemq_image")"
}

hearth() {
  if [ ! -f "$root/app/target/hearth/lib/hearth.jar" ]; then
    say "hearth: SKIPPED, app/target/hearth/lib/hearth.jar is not built; ./hearth build makes it"
    return
  fi
  tar -C "$root" -c docker/Dockerfile docker/healthcheck.sh app/target/hearth \
    | docker build -q -f docker/Dockerfile --build-arg "BASE=$base_image" -t "$hearth_image" - >/dev/null
  say "hearth: $hearth_image, $(size_of "$hearth_image")"
}

images() {
  local name
  answers || fail "no engine answers at $DOCKER_HOST; start it with: docker/local-engine.sh up"
  for name in "$@"; do
    case $name in base | hivemq | hearth) ;; *) fail "no image is called '$name': base, hivemq or hearth" ;; esac
  done
  case " $* " in *" base "*) base ;; *) image_exists "$base_image" || base ;; esac
  for name in hivemq hearth; do
    if [ $# = 0 ]; then "$name"; else case " $* " in *" $name "*) "$name" ;; esac; fi
  done
}

# Ryuk, which tidies up after Testcontainers, is an image that cannot be pulled here. The address is named
# because Testcontainers takes a machine with a /.dockerenv for a container: it would then pull an image to
# find the host, or look for the ports on the bridge's gateway, and they are on loopback.
print_env() {
  cat <<TEXT
export DOCKER_HOST=unix://$socket
export DOCKER_BUILDKIT=0 COMPOSE_DOCKER_CLI_BUILD=0
export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
export BASE_IMAGE=$base_image HIVEMQ_IMAGE=$hivemq_image
TEXT
}

compose() {
  local command=(docker compose)
  docker compose version >/dev/null 2>&1 || command=(docker-compose)
  BASE_IMAGE=$base_image HIVEMQ_IMAGE=$hivemq_image \
    "${command[@]}" -p hearth -f "$here/compose.yaml" "$@"
}

status() {
  if ! answers; then
    say "no engine answers at $DOCKER_HOST"
    return 1
  fi
  say "engine $(docker version --format '{{.Server.Version}}') with $(docker info --format '{{.Driver}}') at $DOCKER_HOST"
  docker image ls
  docker ps -a
}

verb=${1:-}
[ $# = 0 ] || shift
case $verb in
  up) up ;;
  images) images "$@" ;;
  env) print_env ;;
  compose) compose "$@" ;;
  status) status ;;
  down) down ;;
  clean) clean ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
