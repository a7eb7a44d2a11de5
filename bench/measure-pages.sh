#!/bin/sh
# Pages per second as strangers read them, at 16 connections, on a hub with the demonstration's commons and, when DSI4EU
# names the folder of a DSI4EU export, its organisations; run it with ./commonweal bench pages. Prints a machine and a table
# for bench/RESULTS.md.
set -eu
work=$(mktemp -d)
port=18082
address=http://localhost:$port
hub=

trap 'if [ -n "$hub" ]; then kill "$hub" 2>/dev/null || :; wait "$hub" 2>/dev/null || :; fi; rm -rf "$work"' EXIT

"$COMMONWEAL_LAUNCHER" demo --port $port --data "$work/data" >"$work/out" 2>&1 </dev/null &
hub=$!
until curl -sf "$address/findings" 2>/dev/null | grep -q 'href="/findings/[a-z]'; do
  kill -0 $hub 2>/dev/null || { cat "$work/out" >&2; exit 1; }
  sleep 1
done
[ -z "${DSI4EU:-}" ] || "$COMMONWEAL_LAUNCHER" import directory "$DSI4EU"/*.json --data "$work/data" \
  --report "$work/report.csv" >&2

# first LIST: the address of the first thing on a list
first() { curl -sf "$address$1" | grep -o "href=\"$1/[a-z0-9][^\"?]*\"" | grep -v '\.' | head -n 1 | cut -d'"' -f2; }

"$(dirname "$0")/machine.sh"
"$JAVA_HOME/bin/java" -Xmx512m -cp "$COMMONWEAL_BENCH" org.commonweal.bench.load.PageLoad \
  'home' "$address/" \
  'list of organisations' "$address/organisations" \
  'the same, searched' "$address/organisations?q=open" \
  'organisation' "$address$(first /organisations)" \
  'campaign' "$address$(first /campaigns)" \
  'list of findings' "$address/findings" \
  'finding' "$address$(first /findings)"
