package org.commonweal.tlog.proof;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.note.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * All that a stranger needs to check a published document, in one file; PROOF.md specifies it.
 *
 * <pre>
 * {
 *   "format" : "commonweal-proof@v1",
 *   "document" : "{\"title\":\"PM2.5 by month\"}",
 *   "leaf" : "{\"id\":…}",
 *   "proof" : "c2sp.org/tlog-proof@v1\nindex 1\n…",
 *   "key" : "hub.example/log+530d903a+…"
 * }
 * </pre>
 *
 * <p>Every member is a string whose characters are exactly the bytes that are hashed or signed, so that a reader in any
 * language needs no canonical JSON of its own.
 *
 * @param document the published document, as it was hashed
 * @param leaf the entry of the log
 * @param proof that the leaf is in the log
 * @param key that the log signs with; proves nothing unless it is known from elsewhere
 */
public record ProofFile(String document, Leaf leaf, TlogProof proof, VerifierKey key) {
    /** The longest file that is read. */
    public static final int MAX_BYTES = 16 << 20;

    static final String FORMAT = "commonweal-proof@v1";
    private static final List<String> MEMBERS = List.of("format", "document", "leaf", "proof", "key");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_BYTES)
                    // The second level is only there to be refused in our own words.
                    .maxNestingDepth(2)
                    .build())
            .build();

    /**
     * Reads a proof file; proves nothing yet.
     *
     * @throws LogFormatException when it is too long, no JSON object of exactly the five strings, or one of them is
     *     malformed
     */
    public static ProofFile parse(byte[] bytes) throws LogFormatException {
        if (bytes.length > MAX_BYTES) {
            throw new LogFormatException(
                    "A proof file has at most %d bytes, was %d".formatted(MAX_BYTES, bytes.length));
        }
        Map<String, String> members = members(Strict.utf8("The proof file", bytes));
        requireMembers(members.keySet());
        if (!FORMAT.equals(members.get("format"))) {
            throw new LogFormatException(
                    "The format must be %s, was %s".formatted(FORMAT, Strict.shown(members.get("format"))));
        }
        String document = members.get("document");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(document)) {
            throw new LogFormatException("The document has half of a surrogate pair, which is no text");
        }
        return new ProofFile(
                document,
                Leaf.parse(members.get("leaf")),
                TlogProof.parse(members.get("proof")),
                VerifierKey.parse(members.get("key")));
    }

    private static void requireMembers(Set<String> names) throws LogFormatException {
        for (String name : MEMBERS) {
            require(
                    names.contains(name),
                    "A proof file has the members %s, this one lacks %s".formatted(MEMBERS, name));
        }
        for (String name : names) {
            require(
                    MEMBERS.contains(name),
                    "A proof file has the members %s, this one has %s too".formatted(MEMBERS, Strict.shown(name)));
        }
    }

    private static Map<String, String> members(String json) throws LogFormatException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "The proof file is not a JSON object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                require(
                        parser.nextToken() == JsonToken.VALUE_STRING,
                        "A member is not a string: " + Strict.shown(name));
                members.put(name, parser.getString());
            }
            require(parser.nextToken() == null, "There is something after the end of the proof file");
            return members;
        } catch (JacksonException malformed) {
            throw new LogFormatException("The proof file is not JSON: " + explain(malformed));
        }
    }

    /** In words for whoever gave the wrong file: the parser's own are for those who write parsers. */
    private static String explain(JacksonException malformed) {
        if (malformed instanceof UnexpectedEndOfInputException) {
            return "it ends in the middle";
        }
        TokenStreamLocation at = malformed.getLocation();
        String where = at == null ? "" : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        boolean twice = String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate");
        return (twice ? "Duplicate member" : "it breaks off") + where;
    }

    private static void require(boolean holds, String otherwise) throws LogFormatException {
        if (!holds) {
            throw new LogFormatException(otherwise);
        }
    }

    /** @return UTF-8, one member on each line */
    public byte[] bytes() {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(pretty(), json)) {
            out.writeStartObject();
            out.writeStringProperty("format", FORMAT);
            out.writeStringProperty("document", document);
            out.writeStringProperty("leaf", leaf.json());
            out.writeStringProperty("proof", proof.toString());
            out.writeStringProperty("key", key.toString());
            out.writeEndObject();
        }
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectWriteContext pretty() {
        return new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
    }
}
