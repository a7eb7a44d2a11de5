# Which tests were skipped and why, one line for each class and reason, from the whole test reports (Surefire's XML).
/^ *<testcase / {
  name = $0; sub(/^.* classname="/, "", name); sub(/".*$/, "", name); sub(/^.*\./, "", name)
  sub(/\$.*$/, "", name)
}
/^ *<skipped/ {
  reason = ""
  if (match($0, / message="[^"]*"/)) { reason = substr($0, RSTART + 10, RLENGTH - 11); decode(); tell(); next }
  reading = 1
  sub(/^.*<!\[CDATA\[/, "")
}
reading && (/^\tat / || /<\/skipped>/) { reading = 0; tell() }
reading { reason = reason " " $0 }
END {
  for (i = 1; i <= count; i++)
    printf "  %s: %d skipped: %s\n", class[i], times[class[i] SUBSEP why[i]], why[i]
}
# An entity comes in an attribute only; text lies in CDATA.
function decode() {
  gsub(/&lt;/, "<", reason); gsub(/&gt;/, ">", reason); gsub(/&quot;/, "\"", reason); gsub(/&apos;/, "'", reason)
  gsub(/&#10;/, " ", reason); gsub(/&amp;/, "\\&", reason)
}
# What the assumption says, without what JUnit and AssertJ say around it.
function tell() {
  sub(/org\.opentest4j\.TestAbortedException: */, "", reason)
  sub(/[Aa]ssumption failed: */, "", reason)
  if (match(reason, /assumption was not met due to: \[[^]]*\]/))
    reason = "not so: " substr(reason, RSTART + 32, RLENGTH - 33)
  sub(/^ *(skipped: *)?/, "", reason); sub(/ +$/, "", reason)
  if (reason == "" || reason == "assumption is not true") reason = "without saying why"
  if (!((name, reason) in times)) { class[++count] = name; why[count] = reason }
  times[name, reason]++
}
