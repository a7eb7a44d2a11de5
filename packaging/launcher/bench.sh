# Measurements: each script bench/measure-*.sh, told where the runnable hub and the classes that load it are; «bench NAME»
# runs one of them.

measure() {
  use_build_tools
  step "building the measurements" "$maven" -B -ntp -q -f "$home/pom.xml" -pl bench -am -Dmaven.test.skip=true \
    -Dspotless.check.skip=true package || exit 1
  export JAVA_HOME COMMONWEAL_LAUNCHER="$home/commonweal" COMMONWEAL_APP="$app"
  export COMMONWEAL_BENCH="$home/bench/target/classes:$home/bench/target/lib/*"
  if [ $# -gt 0 ]; then
    [ -x "$home/bench/measure-$1.sh" ] || fail "There is no bench/measure-$1.sh."
    exec "$home/bench/measure-$1.sh"
  fi
  for script in "$home"/bench/measure-*.sh; do "$script"; done
}
