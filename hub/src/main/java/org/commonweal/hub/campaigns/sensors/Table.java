package org.commonweal.hub.campaigns.sensors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CSV as spreadsheets and machines write it (RFC 4180): in UTF-8, with or without a byte order mark, parted by commas,
 * semicolons or tabs, whichever the head line has most of. Quoted cells may hold line ends.
 */
final class Table {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int LONGEST_HEAD = 64 * 1024;

    private Table() {}

    /** To be closed; reading throws {@link java.io.UncheckedIOException} where the bytes are no UTF-8. */
    static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        // Strict: a table in another character set must not go in with its names spoilt.
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            char separator = separator(reader);
            // A quote that is never shut would swallow the rest of the table, and a short row be read as another.
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .ofNamedCsvRecord(reader);
        } catch (IOException | RuntimeException unreadable) {
            reader.close();
            throw unreadable;
        }
    }

    private static char separator(Reader reader) throws IOException {
        reader.mark(LONGEST_HEAD);
        boolean marked = reader.read() == BYTE_ORDER_MARK;
        reader.reset();
        if (marked) reader.read();
        reader.mark(LONGEST_HEAD);
        int[] counts = new int[3];
        for (int read = 0; read < LONGEST_HEAD - 1; read++) {
            int c = reader.read();
            if (c < 0 || c == '\n' || c == '\r') break;
            int which = ",;\t".indexOf(c);
            if (which >= 0) counts[which]++;
        }
        reader.reset();
        return counts[1] > counts[0] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }
}
