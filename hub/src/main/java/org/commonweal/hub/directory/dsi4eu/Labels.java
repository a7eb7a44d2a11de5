package org.commonweal.hub.directory.dsi4eu;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the export's labels mean here, from the table {@code directory/dsi4eu-labels.csv}: the 9 themes, 4 approaches and
 * 15 technologies that it really has, and what became of each of the 46 other labels that people typed as a technology.
 */
final class Labels {
    private final Map<String, Meaning> byFieldAndLabel = new HashMap<>();

    /**
     * @param topic slug of a topic of the hub, "" for none
     * @param kept whether the label stays as a free word
     * @param why the reason, "" where the label is the topic's own
     */
    record Meaning(String topic, boolean kept, String why) {}

    static Labels read() {
        Labels labels = new Labels();
        try (InputStream in = Labels.class.getResourceAsStream("/directory/dsi4eu-labels.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) labels.add(row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("directory/dsi4eu-labels.csv can't be read", unreadable);
        }
        return labels;
    }

    /** A label that the table does not have is kept as a word of its own. */
    Meaning of(String field, String label) {
        return byFieldAndLabel.getOrDefault(
                field + ' ' + plain(label), new Meaning("", true, "names none of the topics, kept as a word"));
    }

    private void add(NamedCsvRecord row) {
        String becomes = row.getField("becomes");
        boolean kept = becomes.equals("word");
        String topic = kept || becomes.equals("nothing") ? "" : becomes;
        byFieldAndLabel.put(
                row.getField("field") + ' ' + plain(row.getField("label")),
                new Meaning(topic, kept, row.getField("why")));
    }

    // Case, hyphens and spaces do not tell labels apart: «3D printing», «3d-printing».
    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
