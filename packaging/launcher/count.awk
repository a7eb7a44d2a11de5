# Sums the heads of the test reports into «N passed, N failed, N skipped».
{
  while (match($0, /(^|[ \t])(tests|errors|failures|skipped)="[0-9]+"/)) {
    found = substr($0, RSTART, RLENGTH)
    $0 = substr($0, RSTART + RLENGTH)
    gsub(/[ \t"]/, "", found)
    split(found, part, "=")
    sum[part[1]] += part[2]
  }
}
END {
  failed = sum["errors"] + sum["failures"]
  passed = sum["tests"] - failed - sum["skipped"]
  if (built != 0) print "The build failed before every test could run."
  if (sum["tests"] == 0) print "No test ran."
  printf "%d passed, %d failed, %d skipped\n", passed, failed, sum["skipped"]
  exit failed > 0 || built != 0 || sum["tests"] == 0
}
