package org.commonweal.tlog.tiles;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.merkle.Hash;

/**
 * The bytes of a tile: its hashes, one after the other.
 *
 * <p>Example: {@code Tile.parse(path, bytes).get(3)}.
 */
public final class Tile {
    private Tile() {}

    /**
     * Reads a tile.
     *
     * @param path its name, which fixes its size
     * @throws LogFormatException when it has not exactly 32 bytes for each hash
     */
    public static List<Hash> parse(TilePath path, byte[] bytes) throws LogFormatException {
        int expected = path.width() * Hash.BYTES;
        if (bytes.length != expected) {
            throw new LogFormatException("%s must have %d bytes, has %d".formatted(path, expected, bytes.length));
        }
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int offset = 0; offset < expected; offset += Hash.BYTES) {
            hashes.add(Hash.at(bytes, offset, Hash.BYTES));
        }
        return hashes;
    }

    /** @return 32 bytes for each hash */
    public static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.put(hash.toBytes()));
        return bytes.array();
    }
}
