# All tests through Maven, and one closing line counted from their reports.

test_all() {
  long=
  only=
  while [ $# -gt 0 ]; do
    case $1 in
      --long) long=yes ;;
      -*) only="$only $1" ;;
      *) only="$only -Dtest=$1" ;;
    esac
    shift
  done
  use_build_tools
  need chromium "Chromium, for the browser tests"
  export COMMONWEAL_CHROMIUM="$found" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  if [ -n "$long" ]; then
    . "$launcher/dist.sh"
    make_archive
    long="-Dtests.excluded=none -Dcommonweal.dist=$dist.tar.gz"
  fi
  mkdir -p "$home/target/log"
  log=$home/target/log/test.log
  find "$home" -path '*-reports/*' -name 'TEST-*.xml' -not -path '*/node_modules/*' -exec rm -f {} +
  forget_classes
  build_and_test
  close_with_count
}

# A failed test must not keep the later modules' tests from running: failures are counted, not thrown.
build_and_test() {
  { # shellcheck disable=SC2086
    "$maven" -B -ntp -f "$home/pom.xml" --fail-at-end -Dmaven.test.failure.ignore=true $long $only verify 2>&1 </dev/null
    echo $? >"$log.status"
  } | tee "$log" | awk -f "$launcher/progress.awk"
}

close_with_count() {
  built=$(cat "$log.status")
  [ "$built" = 0 ] || { tail -n 40 "$log" | grep -E 'ERROR|Caused' || :; }
  echo "The whole log: $log"
  list_skipped
  find "$home" -path '*-reports/*' -name 'TEST-*.xml' -not -path '*/node_modules/*' \
    -exec sed -n '/<testsuite /,/>/p' {} + | awk -v built="$built" -f "$launcher/count.awk"
}

# What was not tried here is said: real data beside the clone, or a tool that only some machines have.
list_skipped() {
  find "$home" -path '*-reports/*' -name 'TEST-*.xml' -not -path '*/node_modules/*' -exec cat {} + |
    awk -f "$launcher/skipped.awk" >"$log.skipped"
  [ ! -s "$log.skipped" ] || { echo "Not tried on this machine:"; cat "$log.skipped"; }
}
