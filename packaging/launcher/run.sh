# Starting the hub: shell builtins only, for in the archive nothing else may be there.

# What the hub starts with. Measured in bench/RESULTS.md: the serial collector and small stacks keep an idle hub well
# under 350 MB; both compilers stay on, for a busy hub lives by the second one.
flags="-XX:+UseSerialGC -Xms64m -Xmx1g -Xss512k -XX:MaxHeapFreeRatio=30 -XX:MinHeapFreeRatio=10 -XX:ReservedCodeCacheSize=96m
  -XX:+ExitOnOutOfMemoryError -XX:+UseCompactObjectHeaders -Dfile.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED"

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

in_clone() {
  [ -d "$home/engines" ] || fail "«$word» builds from source: run it in a clone of the repository."
}

# «dist» writes the number beside the launcher; in a clone it stands in the root pom, after its parent's.
tell_version() {
  version=
  if [ -f "$launcher/version" ]; then
    read -r version <"$launcher/version"
  else
    own=
    while [ -z "$version" ] && read -r line; do
      case $line in
        "<artifactId>commonweal<"*) own=yes ;;
        "<version>"*) [ -z "$own" ] || version=${line#<version>} ;;
      esac
    done <"$home/pom.xml"
  fi
  printf 'Commonweal %s\n' "${version%</version>}"
}

# In the archive: the runtime, the hub and the database's programs lie beside the launcher, ready to run.
use_archive() {
  java=$home/runtime/bin/java
  app=$home/app
  set_postgres="-Dcommonweal.postgres=$home/postgres"
  ready() { :; }
  check_tools() { :; }
}

set_postgres=

# Replaces this shell, so that a signal to the launcher is a signal to the hub.
run() {
  # One pool of memory per core, as the C library makes them, costs 60 MB that nobody uses.
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
  # shellcheck disable=SC2086  # the flags are words without spaces
  exec "$java" $flags ${COMMONWEAL_JAVA_OPTIONS:-} -Xlog:disable -Xlog:all=error:stderr "-XX:AOTCache=$app/hub.aot" \
    "-Dcommonweal.home=$home" ${set_postgres:+"$set_postgres"} -jar "$app/hub.jar" "$@"
}
