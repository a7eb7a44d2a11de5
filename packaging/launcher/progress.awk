# Maven's flood, reduced to a line per module and per test class, and what failed.
/Building Commonweal/ { sub(/^.*Building /, ""); sub(/ *\[[0-9\/]*\]$/, ""); print; fflush() }
/Tests run:.* in / {
  mark = /Failures: 0, Errors: 0/ ? "  ✓ " : "  ✗ "
  seconds = $0; sub(/^.*elapsed: /, "", seconds); sub(/ .*$/, "", seconds)
  name = $0; sub(/^.* in /, "", name)
  count = $0; sub(/^.*run: /, "", count); sub(/,.*$/, "", count)
  printf "%s%s: %s in %s s\n", mark, name, count, seconds; fflush()
}
/^\[ERROR\] .*(FAILURE|ERROR)!$/ && !/Tests run/ { sub(/^\[ERROR\] /, "    "); print; fflush() }
/^\[ERROR\].*(spotless|COMPILATION)/ { print; fflush() }
