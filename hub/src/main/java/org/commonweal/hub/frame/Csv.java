package org.commonweal.hub.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table to take along, as CSV (RFC 4180), in which no cell runs as a formula.
 *
 * <p>A spreadsheet runs what begins like a formula (OWASP, CSV injection); such a cell gets an apostrophe in front.
 * Numbers stay numbers.
 */
public final class Csv implements AutoCloseable {
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
    private final CsvWriter csv;

    private Csv(CsvWriter csv) {
        this.csv = csv;
    }

    public static Csv to(Writer out) {
        return new Csv(CsvWriter.builder().build(out));
    }

    /** A null is an empty cell. */
    public void writeRecord(@Nullable String... cells) {
        writeRecord(Arrays.asList(cells));
    }

    public void writeRecord(List<? extends @Nullable String> cells) {
        csv.writeRecord(cells.stream().map(Csv::harmless).toList());
    }

    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static String harmless(@Nullable String cell) {
        if (cell == null) return "";
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
