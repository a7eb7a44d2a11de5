package org.commonweal.tlog.note;

import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.merkle.Hash;

/**
 * What a log says of itself: which log, how many entries, which root (c2sp.org/tlog-checkpoint@v1.0.0).
 *
 * <p>Example: {@code Checkpoint.parse(note.text()).size()}.
 *
 * @param origin the log's name, such as {@code hub.example/log}
 * @param size number of entries
 * @param root hash over all of them
 * @param extensions further lines, kept as they are; this engine writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int FIXED_LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a signed note.
     *
     * @throws LogFormatException when it has fewer than three lines, an empty line, a size with leading zeros or a root
     *     that is not 32 bytes
     */
    public static Checkpoint parse(String text) throws LogFormatException {
        if (!text.endsWith("\n")) {
            throw new LogFormatException("A checkpoint ends in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < FIXED_LINES || lines.contains("")) {
            throw new LogFormatException(
                    "A checkpoint has the lines origin, size, root and no empty line; this one has " + lines.size()
                            + " lines");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.decimal("The size of the checkpoint", lines.get(1)),
                Hash.parse("The root of the checkpoint", lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /** @return the lines to be signed */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
