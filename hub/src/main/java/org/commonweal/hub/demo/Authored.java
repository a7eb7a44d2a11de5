package org.commonweal.hub.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What was written for the demonstration, from the resources under {@code demo/}. */
final class Authored {
    private Authored() {}

    static String text(String name) {
        try (InputStream in = Authored.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fromTheClassPath) {
            throw new UncheckedIOException(fromTheClassPath);
        }
    }

    static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text(name))) {
            return csv.stream().toList();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    static Properties words(String name) {
        try {
            Properties words = new Properties();
            words.load(new StringReader(text(name)));
            return words;
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }
}
