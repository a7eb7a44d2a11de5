package org.commonweal.tlog.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes roots and proofs from stored subtree hashes.
 *
 * <p>Example: {@code new TreeProofs(tiles).inclusion(5, 8)} has the three hashes that lead from leaf 5 to the root.
 */
public final class TreeProofs {
    private final Subtrees subtrees;
    private final Hasher hasher = new Hasher();

    /** @param subtrees where the hashes are; must cover every size asked for */
    public TreeProofs(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /**
     * @param size number of leaves, from 0
     * @return the Merkle Tree Hash of the first {@code size} leaves (RFC 9162, section 2.1.1)
     * @throws IOException when the store cannot be read
     */
    public Hash root(long size) throws IOException {
        return size == 0 ? hasher.empty() : range(0, size);
    }

    /**
     * The path from a leaf to the root (RFC 9162, section 2.1.3.1).
     *
     * @throws IOException when the store cannot be read
     * @throws IllegalArgumentException unless {@code 0 <= index < size}
     */
    public InclusionProof inclusion(long index, long size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of %d entries has no entry %d".formatted(size, index));
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /**
     * The hashes that show a smaller tree to be the beginning of a larger one (RFC 9162, section 2.1.4.1).
     *
     * @throws IOException when the store cannot be read
     * @throws IllegalArgumentException unless {@code 0 <= from <= to}
     */
    public ConsistencyProof consistency(long from, long to) throws IOException {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree of %d entries never had %d".formatted(to, from));
        }
        List<Hash> path = new ArrayList<>();
        if (from > 0 && from < to) {
            consistency(from, 0, to, true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private void inclusion(long index, long start, long end, List<Hash> path) throws IOException {
        if (end - start == 1) {
            return;
        }
        long split = start + split(end - start);
        if (index < split) {
            inclusion(index, start, split, path);
            path.add(range(split, end));
        } else {
            inclusion(index, split, end, path);
            path.add(range(start, split));
        }
    }

    /** {@code whole}: the range still begins with all of the old tree, whose root the checker has already. */
    private void consistency(long from, long start, long end, boolean whole, List<Hash> path) throws IOException {
        if (from == end) {
            if (!whole) {
                path.add(range(start, end));
            }
            return;
        }
        long split = start + split(end - start);
        if (from <= split) {
            consistency(from, start, split, whole, path);
            path.add(range(split, end));
        } else {
            consistency(from, split, end, false, path);
            path.add(range(start, split));
        }
    }

    /** The hash of the leaves start to end-1; every range that a proof asks for starts at a multiple of its split. */
    private Hash range(long start, long end) throws IOException {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return subtrees.hash(height, start >> height);
        }
        long split = start + split(count);
        return hasher.node(range(start, split), range(split, end));
    }

    /** The largest power of two below {@code count}, where RFC 9162 divides a tree. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
