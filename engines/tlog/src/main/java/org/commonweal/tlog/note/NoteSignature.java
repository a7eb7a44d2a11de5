package org.commonweal.tlog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/**
 * One signature line of a note: {@code — <name> <base64(key ID || signature)>}.
 *
 * @param name the key's name
 * @param payload base64 of the 4 bytes of the key ID and the signature itself
 */
public record NoteSignature(String name, String payload) {
    static final String DASH = "— ";

    private static final int KEY_ID_BYTES = 4;

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes));
    }

    static NoteSignature parse(String line) throws LogFormatException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new LogFormatException("A signature line is «— name base64», was " + Strict.shown(line));
        }
        String name = KeyName.require(line.substring(DASH.length(), space));
        String payload = line.substring(space + 1);
        if (Strict.base64("The signature of " + name, payload).length <= KEY_ID_BYTES) {
            throw new LogFormatException("The signature of %s is empty".formatted(name));
        }
        return new NoteSignature(name, payload);
    }

    /** @return the first four bytes, big-endian: which key of that name signed */
    public int keyId() {
        return ByteBuffer.wrap(Base64.getDecoder().decode(payload)).getInt();
    }

    byte[] signature() {
        byte[] bytes = Base64.getDecoder().decode(payload);
        return Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length);
    }

    boolean isBy(VerifierKey key) {
        return name.equals(key.name()) && keyId() == key.id();
    }

    String line() {
        return DASH + name + " " + payload + "\n";
    }
}
