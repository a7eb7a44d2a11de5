package org.commonweal.disclosure;

import java.util.Arrays;

/** Least cost first; ties by lower node, so that a search runs the same way each time. Cost and node share one long. */
final class NodeHeap {
    private long[] entries = new long[256];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int cost, int node) {
        if (size == entries.length) entries = Arrays.copyOf(entries, 2 * size);
        long entry = ((long) cost << 32) | node;
        int at = size++;
        while (at > 0 && entries[(at - 1) / 2] > entry) {
            entries[at] = entries[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        entries[at] = entry;
    }

    int leastCost() {
        return (int) (entries[0] >>> 32);
    }

    /** Takes the least entry out and gives its node. */
    int remove() {
        int node = (int) entries[0];
        long last = entries[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && entries[child + 1] < entries[child]) child++;
            if (entries[child] >= last) break;
            entries[at] = entries[child];
            at = child;
        }
        entries[at] = last;
        return node;
    }
}
