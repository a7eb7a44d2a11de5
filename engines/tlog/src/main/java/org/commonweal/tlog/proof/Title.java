package org.commonweal.tlog.proof;

import org.commonweal.tlog.format.Strict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The title that a document gives itself, so that who checks a file sees which one it is. Its digest binds the words to the
 * log; they are its maker's all the same, and hostile until shown otherwise.
 *
 * <p>Example: {@code Title.of("{\"title\":\"Wells dry up\"}")} is «Wells dry up». A document may be anything: of one that is
 * no JSON object, or does not name exactly one title, and that in words, there is none. Two readers who took the first and
 * the last of two titles would see different findings in one file.
 */
final class Title {
    /** So many characters are told; the rest is in the document. */
    private static final int LONGEST = 120;

    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(ProofFile.MAX_BYTES)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private Title() {}

    /** @return at most 120 characters without any that a terminal or a page would obey, "" for none */
    static String of(String document) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            String title = only(parser);
            return parser.nextToken() == null ? Strict.harmless(title, LONGEST) : "";
        } catch (JacksonException noJson) {
            return "";
        }
    }

    private static String only(JsonParser parser) {
        String title = "";
        int titles = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean named = parser.currentName().equals("title");
            boolean words = parser.nextToken() == JsonToken.VALUE_STRING;
            if (named) {
                titles++;
                title = words ? parser.getString() : "";
            }
            parser.skipChildren();
        }
        return titles == 1 ? title : "";
    }
}
