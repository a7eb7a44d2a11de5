package org.commonweal.hub.directory.dsi4eu;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs of advertising, from the table {@code directory/spam-signs.csv}. They make a row a candidate that a person looks
 * at, never more: a charity for essay writers has them too.
 */
final class SpamSigns {
    private static final int TIMES_IN_A_STORY = 3;
    private final List<Sign> signs = new ArrayList<>();

    private record Sign(Pattern pattern, String why) {}

    static SpamSigns read() {
        SpamSigns all = new SpamSigns();
        try (InputStream in = SpamSigns.class.getResourceAsStream("/directory/spam-signs.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows)
                all.signs.add(new Sign(
                        Pattern.compile("\\b(" + row.getField("words") + ")\\b", Pattern.CASE_INSENSITIVE),
                        row.getField("why")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("directory/spam-signs.csv can't be read", unreadable);
        }
        return all;
    }

    /** @return why it looks like advertising: one sign up front is enough, in a long text it takes three */
    Optional<String> find(String front, String story) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(front).find()
                        || sign.pattern().matcher(story).results().count() >= TIMES_IN_A_STORY)
                .map(Sign::why)
                .findFirst();
    }
}
