package org.commonweal.hub.directory.dsi4eu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of the export: an array of organisations or of projects, told apart by what is in it.
 *
 * <p>Example: {@code Export.open(Path.of("projects2.json")).forEach(row -> …)}. A row at a time is in memory.
 */
public final class Export {
    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 20;
    // Rows are read one after the other from the same parser, so what follows a row is no mistake.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What a file holds, by the field that every row of it has. */
    public enum Holds {
        ORGANISATIONS("organisation_id"),
        PROJECTS("project_id");

        final String field;

        Holds(String field) {
            this.field = field;
        }
    }

    private final Path file;
    private final Holds holds;

    private Export(Path file, Holds holds) {
        this.file = file;
        this.holds = holds;
    }

    /**
     * Looks at the first row.
     *
     * @throws UnreadableExport when the file is missing, is not JSON, or is another file than an export's
     */
    public static Export open(Path file) throws UnreadableExport {
        if (!Files.isRegularFile(file)) throw new UnreadableExport(file + ": there is no such file.");
        return read(file, parser -> {
            if (!beginsAsAnExport(parser))
                throw new UnreadableExport(file + ": an export is a JSON array of objects, «[{…}, …]»; this begins"
                        + " otherwise. Give organisations2.json or projects2.json.");
            JsonNode first = JSON.readTree(parser);
            for (Holds one : Holds.values()) if (first.has(one.field)) return new Export(file, one);
            throw new UnreadableExport(file + ": row 1 has neither ‹organisation_id› nor ‹project_id›, so this is no"
                    + " file of the DSI4EU export. Fields there: "
                    + String.join(", ", List.copyOf(first.propertyNames())) + ".");
        });
    }

    // A table or a page that was saved for the export is told as what it is not, without a parser's words.
    private static boolean beginsAsAnExport(JsonParser parser) {
        try {
            return parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT;
        } catch (StreamReadException noJson) {
            return false;
        }
    }

    public Holds holds() {
        return holds;
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** Reads all rows in their order. */
    void forEach(Consumer<Row> consumer) throws UnreadableExport {
        read(file, parser -> {
            parser.nextToken();
            int number = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) throw new UnreadableExport(file + ": the file ends in the middle.");
                number++;
                JsonNode fields = JSON.readTree(parser);
                consumer.accept(new Row(name(), number, fields));
            }
            return number;
        });
    }

    private interface Reading<T> {
        T read(JsonParser parser) throws UnreadableExport;
    }

    private static <T> T read(Path file, Reading<T> reading) throws UnreadableExport {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            return reading.read(parser);
        } catch (JacksonException fault) {
            throw new UnreadableExport(file + ", " + explain(fault));
        } catch (IOException fault) {
            throw new UnreadableExport(file + ": the file can't be read (" + fault.getMessage() + ").");
        }
    }

    private static String explain(JacksonException fault) {
        var at = fault.getLocation();
        String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        String said = String.valueOf(fault.getOriginalMessage());
        if (said.contains("UTF-8"))
            return where + "the letters are not written in UTF-8. Save the file again as UTF-8.";
        if (fault instanceof StreamConstraintsException)
            return where + "a text is longer than " + LONGEST_TEXT + " characters, a number than " + LONGEST_NUMBER
                    + " digits, or objects are nested deeper than " + DEEPEST
                    + ". No export has that; look at the file.";
        return where + "the JSON is broken from here on. Get the file again, whole.";
    }
}
