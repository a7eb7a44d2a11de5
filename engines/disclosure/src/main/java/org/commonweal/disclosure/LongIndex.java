package org.commonweal.disclosure;

import java.util.Arrays;

/** Numbers long keys 0, 1, 2 … in order of arrival. Open addressing: a million boxed keys would cost more than the table. */
final class LongIndex {
    private static final int FREE = -1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[16];
    private int[] slots = new int[32];
    private int size;

    LongIndex() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    long keyAt(int number) {
        return keys[number];
    }

    /** The key's number; a new one when the key is new. */
    int add(long key) {
        int slot = slotOf(key);
        if (slots[slot] != FREE) return slots[slot];
        if (size == keys.length) {
            grow();
            slot = slotOf(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (slots[slot] != FREE && keys[slots[slot]] != key) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[4 * size];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) slots[slotOf(keys[number])] = number;
    }
}
