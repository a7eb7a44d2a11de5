package org.commonweal.tlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.tiles.RightEdge;

/**
 * What one write to the journal holds: entries and the checkpoint that covers them, all or nothing.
 *
 * <pre>
 * magic u32 | length of the rest u32 | CRC-32C of the rest u32
 * first index u64 | entries: count u32, each u16 length and bytes | levels: count u8, each count u8 and hashes
 * | checkpoint as a signed note, to the end
 * </pre>
 *
 * <p>A segment begins with a record that has the right edge at that size: the entries of the partial bundle, the hashes
 * of each partial tile. So a journal can be replayed without reading a tile. Other records have no levels.
 *
 * @param first index of the first entry
 * @param levels hashes of the partial tiles, in a segment's first record
 */
record JournalRecord(long first, List<byte[]> entries, List<List<Hash>> levels, SignedCheckpoint checkpoint) {
    private static final int MAGIC = 0x434c4f47;
    private static final int HEAD_BYTES = 12;

    /** A batch, to be replayed on the tree before it. */
    static JournalRecord batch(long first, List<byte[]> entries, SignedCheckpoint checkpoint) {
        return new JournalRecord(first, entries, List.of(), checkpoint);
    }

    /** The beginning of a segment. */
    static JournalRecord beginning(RightEdge edge, SignedCheckpoint checkpoint) {
        List<byte[]> bundle = edge.bundle();
        return new JournalRecord(edge.size() - bundle.size(), bundle, edge.levels(), checkpoint);
    }

    /** The tree where a segment begins. */
    RightEdge edge() {
        return RightEdge.restore(first + entries.size(), entries, levels);
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[HEAD_BYTES]);
            writeBody(out);
            ByteBuffer head = ByteBuffer.wrap(bytes.toByteArray());
            head.putInt(MAGIC).putInt(bytes.size() - HEAD_BYTES).putInt(checksum(head.array(), HEAD_BYTES));
            return head.array();
        } catch (IOException neverToMemory) {
            throw new IllegalStateException(neverToMemory);
        }
    }

    private void writeBody(DataOutputStream out) throws IOException {
        out.writeLong(first);
        out.writeInt(entries.size());
        for (byte[] entry : entries) {
            out.writeShort(entry.length);
            out.write(entry);
        }
        out.writeByte(levels.size());
        for (List<Hash> level : levels) {
            out.writeByte(level.size());
            for (Hash hash : level) {
                out.write(hash.toBytes());
            }
        }
        out.write(checkpoint.toBytes());
    }

    /**
     * The record that begins at the buffer's position, which moves behind it; empty, and not moved, when there is no
     * whole and unaltered record.
     */
    static Optional<JournalRecord> read(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < HEAD_BYTES || in.getInt(start) != MAGIC) {
            return Optional.empty();
        }
        int length = in.getInt(start + 4);
        if (length < 0 || length > in.remaining() - HEAD_BYTES) {
            return Optional.empty();
        }
        byte[] body = new byte[length];
        in.get(start + HEAD_BYTES, body);
        if (checksum(body, 0) != in.getInt(start + 8)) {
            return Optional.empty();
        }
        Optional<JournalRecord> record = readBody(ByteBuffer.wrap(body));
        record.ifPresent(whole -> in.position(start + HEAD_BYTES + length));
        return record;
    }

    /** Empty when a checksum happened to fit something else. */
    private static Optional<JournalRecord> readBody(ByteBuffer in) {
        try {
            long first = in.getLong();
            List<byte[]> entries = new ArrayList<>();
            for (int count = in.getInt(); count != 0; count--) {
                entries.add(bytes(in, Short.toUnsignedInt(in.getShort())));
            }
            List<List<Hash>> levels = readLevels(in);
            return Optional.of(
                    new JournalRecord(first, entries, levels, SignedCheckpoint.parse(bytes(in, in.remaining()))));
        } catch (BufferUnderflowException | LogFormatException somethingElse) {
            return Optional.empty();
        }
    }

    private static List<List<Hash>> readLevels(ByteBuffer in) {
        List<List<Hash>> levels = new ArrayList<>();
        for (int count = Byte.toUnsignedInt(in.get()); count > 0; count--) {
            List<Hash> level = new ArrayList<>();
            for (int hashes = Byte.toUnsignedInt(in.get()); hashes > 0; hashes--) {
                level.add(Hash.of(bytes(in, Hash.BYTES)));
            }
            levels.add(level);
        }
        return levels;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
