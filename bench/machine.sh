#!/bin/sh
# One line about the machine that a table of figures stands under.
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
memory=$(awk '/MemTotal/ { printf "%d", $2 / 1048576 }' /proc/meminfo)
block=$(mktemp)
from=$(date +%s%N)
dd if=/dev/zero of="$block" bs=4k count=200 oflag=dsync 2>/dev/null
syncs=$((200 * 1000000000 / ($(date +%s%N) - from)))
rm "$block"
printf '%s, %s cores (%s), %s GB, disk of %s syncs/s, load %s\n\n' "$(date -u +%F)" "$(nproc)" "$processor" "$memory" \
  "$syncs" "$(cut -d' ' -f1 /proc/loadavg)"
