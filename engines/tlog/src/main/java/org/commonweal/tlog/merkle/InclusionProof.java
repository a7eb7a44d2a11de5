package org.commonweal.tlog.merkle;

import java.util.List;
import org.commonweal.tlog.format.VerificationException;

/**
 * The hashes that lead from one leaf to the root (RFC 9162, section 2.1.3). Nothing in it is trusted before
 * {@link #verify}.
 *
 * <p>Example: {@code proof.verify(hasher.leaf(entry), checkpoint.root())} returns when the entry is in that tree.
 *
 * @param index of the leaf, from 0
 * @param treeSize number of leaves of the tree
 * @param path siblings from the leaf up to the root's child; at most 63
 */
public record InclusionProof(long index, long treeSize, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * @param leaf the hash of the leaf
     * @param root what the tree's root must be
     * @throws VerificationException when index, size, number of hashes or the computed root do not fit
     */
    public void verify(Hash leaf, Hash root) throws VerificationException {
        if (!root(leaf).equals(root)) {
            throw new VerificationException("The inclusion proof leads to another root than the checkpoint's: "
                    + "entry %d is not in this tree of %d as shown".formatted(index, treeSize));
        }
    }

    /**
     * The root that this proof leads to (RFC 9162, section 2.1.3.2).
     *
     * @throws VerificationException when index, size and number of hashes do not fit together
     */
    public Hash root(Hash leaf) throws VerificationException {
        if (index < 0 || index >= treeSize) {
            throw new VerificationException("A tree of %d entries has no entry %d".formatted(treeSize, index));
        }
        Hasher hasher = new Hasher();
        long node = index;
        long last = treeSize - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new VerificationException(
                        "The inclusion proof has more hashes than a tree of %d entries is high".formatted(treeSize));
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                // The right edge has no sibling on some heights: climb to where this node is a right child.
                int climb = Long.numberOfTrailingZeros(node);
                node >>= climb;
                last >>= climb;
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new VerificationException(
                    "The inclusion proof has too few hashes for a tree of %d entries".formatted(treeSize));
        }
        return hash;
    }
}
