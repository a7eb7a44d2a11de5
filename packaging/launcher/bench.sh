# Measurements: every script bench/measure-*.sh, told where the runnable hub is.

measure() {
  export JAVA_HOME COMMONWEAL_LAUNCHER="$home/commonweal" COMMONWEAL_APP="$app"
  for script in "$home"/bench/measure-"${1:-*}".sh; do
    [ -x "$script" ] || fail "There is no measurement «${1:-}». There are: $(ls "$home"/bench/measure-*.sh)"
    "$script"
  done
}
