package org.commonweal.tlog.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.jspecify.annotations.Nullable;

/**
 * One SHA-256 value of the tree: 32 bytes, never changed.
 *
 * <p>Example: {@code new Hasher().leaf(entry).toBase64()} is how a tlog-proof line shows it.
 */
public final class Hash {
    /** Bytes in a hash. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * @param bytes 32 bytes, copied
     * @throws IllegalArgumentException when there are not 32
     */
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /**
     * The hash that stands at {@code offset} of a tile.
     *
     * @throws IllegalArgumentException when {@code length} is not 32
     */
    public static Hash at(byte[] bytes, int offset, int length) {
        if (length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, was " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /**
     * Reads the base64 of 32 bytes.
     *
     * @param what what the text is, for the message
     * @throws LogFormatException when it is not canonical base64 or not 32 bytes
     */
    public static Hash parse(String what, String base64) throws LogFormatException {
        byte[] bytes = Strict.base64(what, base64);
        if (bytes.length != BYTES) {
            throw new LogFormatException("%s must hold 32 bytes, held %d".formatted(what, bytes.length));
        }
        return new Hash(bytes);
    }

    /** Takes the array as it is: only for bytes nobody else holds. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** The array itself: only for reading within this package. */
    byte[] raw() {
        return value;
    }

    /** @return a copy of the 32 bytes */
    public byte[] toBytes() {
        return value.clone();
    }

    /** @return 44 characters of standard base64 */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** @return 64 lower-case hexadecimal digits */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
