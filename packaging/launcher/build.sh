# Building what changed, one line per step; the flood goes to target/log/.

log=$home/target/log/build.log

# step WORDS COMMAND…: runs it quietly, tells the seconds (counting on a terminal), and on failure the end of its log and
# where the log is.
step() {
  mkdir -p "${log%/*}"
  what=$1
  shift
  printf '  %s … ' "$what"
  from=$(date +%s)
  [ ! -t 1 ] || { count_seconds & counter=$!; }
  status=0
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -t 1 ]; then
    kill $counter 2>/dev/null && wait $counter 2>/dev/null || :
    printf '\r  %s … ' "$what"
  fi
  if [ $status = 0 ]; then
    printf '%s s\n' $(($(date +%s) - from))
  else
    printf 'failed\n\n'
    tail -n 25 "$log"
    printf '\nThe whole log: %s\n' "$log"
    return 1
  fi
}

# Ends with the launcher: Ctrl-C does not reach what a shell without job control runs behind it.
count_seconds() {
  while sleep 1 && kill -0 $$ 2>/dev/null; do printf '\r  %s … %s s ' "$what" $(($(date +%s) - from)); done
}

# One number for everything that goes into the hub, and for the JDK that makes its cache.
fingerprint() {
  (
    cd "$home" || exit
    find pom.xml engines hub web packaging/launcher "$JAVA_HOME/release" -type d \
      \( -name target -o -name node_modules -o -path web/dist -o -path '*/src/test' \) -prune \
      -o -type f -exec cksum {} +
  ) | LC_ALL=C sort | cksum | tr ' ' '-'
}

# Maven leaves the class of a source that went, such as one that was moved: the hub would find it and not start.
forget_classes() {
  for module in "$home/hub" "$home"/engines/*; do
    rm -rf "$module/target/classes" "$module/target/test-classes" "$module/target/generated-sources"
  done
}

# The folder of the runnable hub, built when the sources are not the ones it was built from.
ready() {
  use_java
  app=$home/target/app/$(fingerprint)
  [ -f "$app/complete" ] && return
  take_turn
  # Whoever had it before may have built the same.
  [ -f "$app/complete" ] && give_turn && return
  use_build_tools
  [ -d "$home/hub/target" ] || echo "  The first build fetches libraries and takes some minutes."
  forget_classes
  step "building the hub" "$maven" -B -ntp -q -f "$home/pom.xml" -pl hub -am -Dmaven.test.skip=true \
    -Dspotless.check.skip=true package || exit 1
  extract "$app"
  train "$app" "$java" || echo "  The hub starts all the same, only slower."
  touch "$app/complete"
  forget_old "${app%/*}"
  give_turn
}

# One command builds at a time: the link names its process, and is nobody's once that has ended.
take_turn() {
  turn=$home/target/building
  mkdir -p "$home/target"
  told=
  until ln -s $$ "$turn" 2>/dev/null; do
    other=$(readlink "$turn" || :)
    if [ -n "$other" ] && ! kill -0 "$other" 2>/dev/null; then
      rm -f "$turn"
      continue
    fi
    [ -n "$told" ] || printf '  Another command (process %s) is building here; waiting for it …\n' "$other"
    told=yes
    sleep 1
  done
}

give_turn() { rm -f "$turn"; }

# The jar laid out as files, which is the form that a class cache can be made of.
extract() {
  jar=$(ls "$home"/hub/target/hub-*.jar | head -n 1)
  rm -rf "$1"
  step "laying it out" "$java" -Djarmode=tools -jar "$jar" extract --destination "$1" || exit 1
  mv "$1/${jar##*/}" "$1/hub.jar"
}

# A short real run on throw-away data, from which the JVM learns what to load and link beforehand: train APP JAVA [OPTION]
train() {
  # shellcheck disable=SC2086
  step "training it to start fast" env MALLOC_ARENA_MAX=2 "$2" $flags "-XX:AOTCacheOutput=$1/hub.aot" \
    "-Dcommonweal.home=$home" ${3:+"$3"} -jar "$1/hub.jar" train
}

# A hub may still run from the folder before this one: keep two.
forget_old() {
  ls -td "$1"/*/ | tail -n +3 | while read -r old; do rm -rf "$old"; done
}
