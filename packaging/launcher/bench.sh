# Measurements: each script bench/measure-*.sh, told where the runnable hub and the classes that load it are; «bench NAME»
# runs one of them. What one prints takes the place of its figures in bench/RESULTS.md.

measure() {
  use_build_tools
  step "building the measurements" "$maven" -B -ntp -q -f "$home/pom.xml" -pl bench -am -Dmaven.test.skip=true \
    -Dspotless.check.skip=true package || exit 1
  export JAVA_HOME MAVEN="$maven" COMMONWEAL_LAUNCHER="$home/commonweal" COMMONWEAL_APP="$app"
  export COMMONWEAL_BENCH="$home/bench/target/classes:$home/bench/target/lib/*"
  [ $# -gt 0 ] || set -- start openrosa tlog pages
  for what in "$@"; do keep_figures "$what"; done
}

# keep_figures NAME: between the two comments of that name
keep_figures() {
  results=$home/bench/RESULTS.md
  figures=$home/target/bench-$1.md
  mkdir -p "$home/target"
  "$home/bench/measure-$1.sh" >"$figures" || fail "bench/measure-$1.sh failed; bench/RESULTS.md is as it was."
  cat "$figures"
  awk -v name="$1" -v figures="$figures" '
    $0 == "<!-- end of bench " name " -->" { inside = 0 }
    !inside { print }
    $0 == "<!-- bench " name " -->" { inside = 1; while ((getline line < figures) > 0) print line }' \
    "$results" >"$results.new" && mv "$results.new" "$results"
}
