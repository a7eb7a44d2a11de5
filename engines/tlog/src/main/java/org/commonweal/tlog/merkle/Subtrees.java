package org.commonweal.tlog.merkle;

import java.io.IOException;

/**
 * A store of the hashes of perfect subtrees, such as tiles on a disk.
 *
 * <p>Example: {@code subtrees.hash(1, 3)} covers the leaves 6 and 7.
 */
@FunctionalInterface
public interface Subtrees {
    /**
     * @param height 0 for leaf hashes, h for subtrees of 2<sup>h</sup> leaves
     * @param index how many subtrees of that height stand to its left
     * @throws IOException when the store cannot be read
     */
    Hash hash(int height, long index) throws IOException;
}
