# Measurements: each script bench/measure-*.sh, told where the runnable hub is; «bench NAME» runs one of them.

measure() {
  export JAVA_HOME COMMONWEAL_LAUNCHER="$home/commonweal" COMMONWEAL_APP="$app"
  if [ $# -gt 0 ]; then
    [ -x "$home/bench/measure-$1.sh" ] || fail "There is no bench/measure-$1.sh."
    exec "$home/bench/measure-$1.sh"
  fi
  for script in "$home"/bench/measure-*.sh; do "$script"; done
}
