#!/bin/sh
# How fast the log takes entries durably and how fast proofs are checked; run it with ./commonweal bench tlog. DIRECTORY is
# where the log is written (a disk, not memory); FORKS (2) and ITERATIONS (5, of 2 s) can be set. Takes about five minutes.
# Prints a machine and a table for bench/RESULTS.md.
set -eu
home=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
directory=${DIRECTORY:-$home/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "${JAVA_HOME:-}" ] || { echo "Set JAVA_HOME to a JDK 25, or run ./commonweal bench tlog." >&2; exit 1; }
mkdir -p "$directory"
case $(stat -f -c %T "$directory") in
  tmpfs | ramfs) echo "$directory lies in memory, where a sync costs nothing. Set DIRECTORY." >&2; exit 1 ;;
esac

"${MAVEN:-mvn}" -B -ntp -q -f "$home/pom.xml" -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true \
  package dependency:build-classpath -Dmdep.outputFile="$work/libraries" -Dmdep.includeScope=runtime >"$work/build" 2>&1 \
  || { cat "$work/build" >&2; exit 1; }

"$JAVA_HOME/bin/java" -Dbench.directory="$directory" \
  -cp "$home/bench/target/classes:$(cat "$work/libraries")" org.openjdk.jmh.Main 'Tlog(Append|Verify)Bench' \
  -f "${FORKS:-2}" -wi 2 -w 2s -i "${ITERATIONS:-5}" -r 2s -rf csv -rff "$work/figures.csv" >"$work/log" 2>&1 \
  || { tail -n 40 "$work/log" >&2; exit 1; }
grep -q ERROR "$work/log" && { grep -A 20 ERROR "$work/log" >&2; exit 1; }

# row NAME WORDS AIM: a line of the table; the benchmark's score and the half width of its 99.9 % interval
row() {
  awk -F, -v name="\"org.commonweal.bench.$1\"" -v words="$2" -v aim="$3" '
    $1 == name { printf "| %s | %d | %s | %s |\n", words, $5, $6 == "NaN" ? "–" : sprintf("±%d", $6), aim; found = 1 }
    END { exit !found }' "$work/figures.csv" || { echo "There is no figure for $1." >&2; exit 1; }
}

"$home/bench/machine.sh"
cat <<TABLE
Each figure: ${FORKS:-2} forks of ${ITERATIONS:-5} × 2 s, log on $(stat -f -c %T "$directory").

| what, a second | mean | 99.9 % | aim |
| --- | --: | --: | --: |
$(row TlogAppendBench.syncOfTheDisk "the disk alone: 64 KiB written and synced" "")
$(row TlogAppendBench.oneGroupAtATime "entries of 256 bytes appended durably, one group of 256 after the other" "50,000 at 400 syncs")
$(row TlogAppendBench.eightGroupsWaiting "the same with eight groups waiting" "")
$(row TlogVerifyBench.inclusionVerified "inclusion proofs verified, 1,000,000 leaves, one thread" "100,000")
$(row TlogVerifyBench.inclusionProven "inclusion proofs made, tiles in memory, one thread" "")
$(row TlogVerifyBench.proofFileVerified "proof files verified: JSON, digest, path, Ed25519, one thread" "")
TABLE
