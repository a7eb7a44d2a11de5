package org.commonweal.hub.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** Documents as bytes that are the same on every machine (RFC 8785), and back. */
final class Canonical {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Canonical() {}

    static byte[] write(Object document) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(document)).getEncodedUTF8();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static <T> T read(byte[] document, Class<T> type) {
        return JSON.readValue(document, type);
    }
}
