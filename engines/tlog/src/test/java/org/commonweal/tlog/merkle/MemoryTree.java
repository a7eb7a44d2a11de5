package org.commonweal.tlog.merkle;

import java.util.List;

/** Subtree hashes computed anew from leaf hashes each time: slow, and with nothing to get wrong. */
public record MemoryTree(List<Hash> leaves) implements Subtrees {
    public static MemoryTree of(List<byte[]> entries) {
        return new MemoryTree(entries.stream().map(new Hasher()::leaf).toList());
    }

    @Override
    public Hash hash(int height, long index) {
        int first = Math.toIntExact(index << height);
        return new Hasher().perfect(leaves.subList(first, first + (1 << height)));
    }

    /** The definition of RFC 9162, section 2.1.1, word for word. */
    public static Hash definedRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return new Hasher().empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return new Hasher()
                .node(definedRoot(leaves.subList(0, split)), definedRoot(leaves.subList(split, leaves.size())));
    }
}
