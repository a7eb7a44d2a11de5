package org.commonweal.tlog.note;

import java.nio.charset.StandardCharsets;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.format.VerificationException;

/**
 * A checkpoint with its signatures: the file that a log serves as {@code /checkpoint}.
 *
 * <p>Example: {@code SignedCheckpoint.parse(bytes).verify(key)}.
 *
 * @param checkpoint what the note's text says
 * @param note text and signatures as they were read
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    /**
     * Reads a served checkpoint; proves nothing yet.
     *
     * @throws LogFormatException when it is no signed note or its text no checkpoint
     */
    public static SignedCheckpoint parse(byte[] bytes) throws LogFormatException {
        return of(SignedNote.parse(bytes));
    }

    /**
     * Reads a checkpoint that is a string already.
     *
     * @throws LogFormatException as {@link #parse(byte[])}
     */
    public static SignedCheckpoint parse(String note) throws LogFormatException {
        return of(SignedNote.parse(note));
    }

    private static SignedCheckpoint of(SignedNote note) throws LogFormatException {
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** Signs {@code checkpoint}; the caller answers for never signing two that contradict each other. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, SignerKey key) {
        return new SignedCheckpoint(checkpoint, key.sign(checkpoint.text()));
    }

    /**
     * Requires that this is a checkpoint of the log that {@code key} belongs to.
     *
     * @throws VerificationException when the origin is not the key's name, or the key's signature is missing or false
     */
    public void verify(VerifierKey key) throws VerificationException {
        if (!checkpoint.origin().equals(key.name())) {
            throw new VerificationException("The checkpoint is of the log %s, the key of %s"
                    .formatted(Strict.shown(checkpoint.origin()), key.name()));
        }
        note.verify(key);
    }

    /** @return the bytes to store and serve */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the signed note */
    @Override
    public String toString() {
        return note.toString();
    }
}
