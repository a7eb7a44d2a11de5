#!/bin/sh
# How long a start takes until the first page is served, and what an idle hub weighs; run it with ./commonweal bench start.
# RUNS (7) and IDLE seconds (60) can be set. Prints a machine and a table for bench/RESULTS.md.
set -eu
launcher=${COMMONWEAL_LAUNCHER:-$(dirname "$0")/../commonweal}
runs=${RUNS:-7}
idle=${IDLE:-60}
work=$(mktemp -d)
port=18080
hub=

trap 'if [ -n "$hub" ]; then kill "$hub" 2>/dev/null || :; wait "$hub" 2>/dev/null || :; fi; rm -rf "$work"' EXIT

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# start DATA: sets hub and took, the milliseconds until GET / answered 200
start() {
  from=$(milliseconds)
  "$launcher" up --port $port --data "$1" >"$work/out" 2>&1 </dev/null &
  hub=$!
  until curl -sf -o "$work/page" "http://localhost:$port/"; do
    kill -0 $hub 2>/dev/null || { cat "$work/out"; exit 1; }
    sleep 0.03
  done
  took=$(($(milliseconds) - from))
  # What it cost the processors, which other programs on the machine do not blur: fields 14 and 15, in hundredths.
  worked=$(sed 's/^.*) //' "/proc/$hub/stat" | awk '{ print ($12 + $13) * 10 }')
}

stop() {
  kill $hub
  wait $hub || :
  hub=
}

# resident PID: what it holds of memory in MB; pss: its share, with pages that several processes have counted once
resident() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
shares() { for pid in "$@"; do cat "/proc/$pid/smaps_rollup"; done | awk '/^Pss:/ { sum += $2 } END { printf "%d", sum / 1024 }'; }

# figures FILE: minimum, median and maximum of a column of numbers
figures() { sort -n "$1" | awk '{ v[NR] = $1 } END { printf "%s | %s | %s\n", v[1], v[int((NR + 1) / 2)], v[NR] }'; }

for run in $(seq "$runs"); do
  start "$work/first-$run"
  echo $took >>"$work/first"
  stop
  rm -rf "$work/first-$run"
done
start "$work/data"
stop
for run in $(seq "$runs"); do
  start "$work/data"
  echo $took >>"$work/later"
  echo "$worked" >>"$work/worked"
  stop
done
for run in $(seq 5); do
  start "$work/data"
  sleep "$idle"
  resident $hub >>"$work/memory"
  echo >>"$work/memory"
  shares $(pgrep -f -- "$work/data/postgres") >>"$work/postgres"
  echo >>"$work/postgres"
  stop
done

"$(dirname "$0")/machine.sh"
cat <<TABLE
| what | minimum | median | maximum |
| --- | --: | --: | --: |
| first start on an empty folder until the first page, ms ($runs runs) | $(figures "$work/first") |
| later start until the first page, ms ($runs runs) | $(figures "$work/later") |
| the same in processor time of the hub, ms | $(figures "$work/worked") |
| idle hub after $idle s, MB resident | $(figures "$work/memory") |
| its database's processes, MB (shared pages once) | $(figures "$work/postgres") |
TABLE
