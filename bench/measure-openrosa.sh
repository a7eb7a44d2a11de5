#!/bin/sh
# Submissions per second through OpenRosa into a fresh hub, with clients on the same machine; run it with
# ./commonweal bench openrosa. Prints a machine and a table for bench/RESULTS.md.
set -eu
work=$(mktemp -d)
port=18081
hub=

trap 'if [ -n "$hub" ]; then kill "$hub" 2>/dev/null || :; wait "$hub" 2>/dev/null || :; fi; rm -rf "$work"' EXIT

"$COMMONWEAL_LAUNCHER" up --port $port --data "$work/data" >"$work/out" 2>&1 </dev/null &
hub=$!
until [ -s "$work/data/sign-in-link" ]; do
  kill -0 $hub 2>/dev/null || { cat "$work/out"; exit 1; }
  sleep 0.1
done
"$(dirname "$0")/machine.sh"
"$JAVA_HOME/bin/java" -Xmx512m -cp "$COMMONWEAL_BENCH" org.commonweal.bench.load.OpenRosaLoad "$(cat "$work/data/sign-in-link")"
