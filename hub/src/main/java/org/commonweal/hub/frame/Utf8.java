package org.commonweal.hub.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads UTF-8 as it came or not at all: {@code new String} would put another letter for each that it can't read. */
public final class Utf8 {
    private Utf8() {}

    /** None when these bytes are not UTF-8 (RFC 3629: neither overlong forms nor surrogates). */
    public static Optional<String> find(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }
}
