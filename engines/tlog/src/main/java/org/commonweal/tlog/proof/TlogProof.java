package org.commonweal.tlog.proof;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.InclusionProof;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;

/**
 * A proof that an entry is in a log, as text (c2sp.org/tlog-proof@v1).
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * index 1
 * lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=
 *
 * hub.example/log
 * 2
 * +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=
 *
 * — hub.example/log …
 * </pre>
 *
 * @param index of the entry, from 0
 * @param path siblings from the leaf to the root's child
 * @param checkpoint whose root the path leads to
 */
public record TlogProof(long index, List<Hash> path, SignedCheckpoint checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";
    private static final int MOST_HASHES = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    /**
     * Reads a proof; proves nothing yet. An extra line is allowed, and ignored because nothing vouches for it.
     *
     * @throws LogFormatException when a line is missing or malformed, or there are more than 63 hashes
     */
    public static TlogProof parse(String text) throws LogFormatException {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new LogFormatException("A proof has a blank line between its hashes and the checkpoint");
        }
        List<String> lines = new ArrayList<>(text.substring(0, blank).lines().toList());
        if (lines.isEmpty() || !lines.removeFirst().equals(HEADER)) {
            throw new LogFormatException("A proof begins with the line " + HEADER);
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            Strict.base64("The extra line", lines.removeFirst().substring(EXTRA.length()));
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new LogFormatException("A proof has a line «index <number>» before its hashes");
        }
        long index = Strict.decimal("The index", lines.removeFirst().substring(INDEX.length()));
        return new TlogProof(index, path(lines), SignedCheckpoint.parse(text.substring(blank + 2)));
    }

    private static List<Hash> path(List<String> lines) throws LogFormatException {
        if (lines.size() > MOST_HASHES) {
            throw new LogFormatException("A proof has at most %d hashes, was %d".formatted(MOST_HASHES, lines.size()));
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            path.add(Hash.parse("Hash %d of the proof".formatted(path.size()), line));
        }
        return path;
    }

    /**
     * Requires that {@code entry} stands at the index, in a log that {@code key} signed.
     *
     * @throws VerificationException with the reason
     */
    public void verify(byte[] entry, VerifierKey key) throws VerificationException {
        checkpoint.verify(key);
        new InclusionProof(index, checkpoint.checkpoint().size(), path)
                .verify(new Hasher().leaf(entry), checkpoint.checkpoint().root());
    }

    /** @return the lines of the proof */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEADER)
                .append("\n")
                .append(INDEX)
                .append(index)
                .append("\n");
        path.forEach(hash -> text.append(hash.toBase64()).append("\n"));
        return text.append("\n").append(checkpoint).toString();
    }
}
