package org.commonweal.tlog.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.format.VerificationException;

/**
 * A text and the signatures under it (c2sp.org/signed-note@v1.0.0). The text proves nothing before {@link #verify}.
 *
 * <p>Example:
 *
 * <pre>
 * SignedNote note = SignedNote.parse(bytes);
 * note.verify(key);
 * use(note.text());
 * </pre>
 *
 * @param text ends in a newline
 * @param signatures in the order of their lines, at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Sixteen post-quantum cosignatures of 5 kB fit, as the specification asks. */
    static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note of at most 256 kB and 64 signatures.
     *
     * @throws LogFormatException when it is too large, not UTF-8, has control characters, no blank line, no signature,
     *     a malformed signature line, or two lines of one key
     */
    public static SignedNote parse(byte[] bytes) throws LogFormatException {
        if (bytes.length > MAX_CHARACTERS) {
            throw new LogFormatException("A note has at most %d bytes, was %d".formatted(MAX_CHARACTERS, bytes.length));
        }
        return parse(Strict.utf8("The note", bytes));
    }

    /**
     * Reads a note that is a string already.
     *
     * @throws LogFormatException as {@link #parse(byte[])}
     */
    public static SignedNote parse(String note) throws LogFormatException {
        requirePlain(note);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new LogFormatException("A note is text, a blank line and signature lines, the last ending in a "
                    + "newline: this one lacks one of them");
        }
        List<String> lines = note.substring(blank + 2).lines().toList();
        if (lines.size() > MAX_SIGNATURES) {
            throw new LogFormatException("A note has at most %d signatures".formatted(MAX_SIGNATURES));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures(lines));
    }

    private static void requirePlain(String note) throws LogFormatException {
        if (note.length() > MAX_CHARACTERS) {
            throw new LogFormatException("A note has at most %d characters".formatted(MAX_CHARACTERS));
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new LogFormatException(
                    "A note has no control characters other than newline; was it saved with " + "Windows line ends?");
        }
    }

    private static List<NoteSignature> signatures(List<String> lines) throws LogFormatException {
        List<NoteSignature> signatures = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String line : lines) {
            NoteSignature signature = NoteSignature.parse(line);
            if (!keys.add(signature.name() + "+" + signature.keyId())) {
                throw new LogFormatException("Two signature lines of one key: " + Strict.shown(signature.name()));
            }
            signatures.add(signature);
        }
        return signatures;
    }

    /**
     * Requires a valid signature by {@code key}; lines of other keys are ignored, as the specification says.
     *
     * @throws VerificationException when {@code key} did not sign, or its signature does not fit the text
     */
    public void verify(VerifierKey key) throws VerificationException {
        for (NoteSignature signature : signatures) {
            if (signature.isBy(key)) {
                key.verify(text, signature);
                return;
            }
        }
        String signers = signatures.stream().map(NoteSignature::name).distinct().collect(Collectors.joining(", "));
        throw new VerificationException("No signature by the key %s; signed by: %s".formatted(key, signers));
    }

    /** @return the note as it is stored and served */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
}
