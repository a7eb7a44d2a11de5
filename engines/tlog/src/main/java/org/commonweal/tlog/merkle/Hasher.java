package org.commonweal.tlog.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The three hashes of RFC 9162, section 2.1.1: empty tree, leaf, node. Not for two threads at once.
 *
 * <p>Example: {@code hasher.node(hasher.leaf(a), hasher.leaf(b))} is the root of a tree of two entries.
 */
public final class Hasher {
    // Different first bytes for leaves and nodes are what makes a second preimage impossible (RFC 9162, 2.1.1).
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest sha256 = newSha256();

    /** @return the root of the tree without leaves: the SHA-256 of nothing */
    public Hash empty() {
        return Hash.owning(sha256.digest());
    }

    /** @return SHA-256(0x00 || entry) */
    public Hash leaf(byte[] entry) {
        sha256.update(LEAF);
        return Hash.owning(sha256.digest(entry));
    }

    /** @return SHA-256(0x01 || left || right) */
    public Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.raw());
        return Hash.owning(sha256.digest(right.raw()));
    }

    /**
     * The top of a perfect subtree.
     *
     * @param hashes 1, 2, 4, 8 … hashes of one height, side by side
     * @throws IllegalArgumentException when their number is not a power of two
     */
    public Hash perfect(List<Hash> hashes) {
        if (Integer.bitCount(hashes.size()) != 1) {
            throw new IllegalArgumentException("A perfect subtree has 2^h hashes, was " + hashes.size());
        }
        Hash[] row = hashes.toArray(Hash[]::new);
        for (int width = row.length; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                row[i / 2] = node(row[i], row[i + 1]);
            }
        }
        return row[0];
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
