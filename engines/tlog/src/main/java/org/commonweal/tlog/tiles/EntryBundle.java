package org.commonweal.tlog.tiles;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;

/**
 * The bytes of an entry bundle: each entry behind its length as a big-endian uint16 (c2sp.org/tlog-tiles, «Log
 * entries»).
 *
 * <p>Example: {@code EntryBundle.parse(path, bytes).getFirst()}.
 */
public final class EntryBundle {
    /** The longest entry that its length field can hold. */
    public static final int MAX_ENTRY_BYTES = 0xffff;

    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    /**
     * Reads a bundle.
     *
     * @param path its name, which fixes how many entries it has
     * @throws LogFormatException when an entry is cut off, or there are fewer or more entries than the name says
     */
    public static List<byte[]> parse(TilePath path, byte[] bytes) throws LogFormatException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>(path.width());
        while (entries.size() < path.width()) {
            // The length is compared with what is left before anything is allocated for it.
            int length = in.remaining() < LENGTH_BYTES ? -1 : Short.toUnsignedInt(in.getShort());
            if (length < 0 || length > in.remaining()) {
                throw new LogFormatException(
                        "%s is cut off in entry %d of %d".formatted(path, entries.size(), path.width()));
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        if (in.hasRemaining()) {
            throw new LogFormatException(
                    "%s has %d bytes after its %d entries".formatted(path, in.remaining(), path.width()));
        }
        return entries;
    }

    /**
     * @return each entry behind its length
     * @throws IllegalArgumentException when an entry is longer than {@link #MAX_ENTRY_BYTES}
     */
    public static byte[] bytes(List<byte[]> entries) {
        int length =
                entries.stream().mapToInt(entry -> LENGTH_BYTES + entry.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException(
                        "An entry has at most %d bytes, was %d".formatted(MAX_ENTRY_BYTES, entry.length));
            }
            out.putShort((short) entry.length).put(entry);
        }
        return out.array();
    }
}
