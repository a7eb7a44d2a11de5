#!/bin/sh
# One line about the machine that a table of figures stands under.
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
memory=$(awk '/MemTotal/ { printf "%d", $2 / 1048576 }' /proc/meminfo)
block=$(mktemp)
from=$(date +%s%N)
dd if=/dev/zero of="$block" bs=4k count=200 oflag=dsync 2>/dev/null
syncs=$((200 * 1000000000 / ($(date +%s%N) - from)))
rm "$block"
# Fresh memory is what a virtual machine's neighbours slow first, and what a young Java process asks for most.
from=$(date +%s%N)
dd if=/dev/zero of=/dev/null bs=256M count=1 2>/dev/null
touched=$((($(date +%s%N) - from) / 1000000))
printf '%s, %s cores (%s), %s GB, disk of %s syncs/s, 256 MB of fresh memory in %s ms, load %s\n\n' "$(date -u +%F)" \
  "$(nproc)" "$processor" "$memory" "$syncs" "$touched" "$(cut -d' ' -f1 /proc/loadavg)"
