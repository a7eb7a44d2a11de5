package org.commonweal.hub.directory.dsi4eu;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.jspecify.annotations.Nullable;

/** Cleans the fields of one row and notes what it changed. */
final class Scrub {
    // The day from which computers count: what a database writes when nobody told it a date.
    private static final LocalDate NEVER_TOLD = LocalDate.of(1970, 1, 1);

    private final Row row;
    private final String id;
    private final String name;
    private final Consumer<Note> notes;

    Scrub(Row row, String id, String name, Consumer<Note> notes) {
        this.row = row;
        this.id = id;
        this.name = name;
        this.notes = notes;
    }

    void note(String kind, String field, String before, String after, String why) {
        notes.accept(new Note(row.file(), row.number(), id, name, kind, field, before, after, why));
    }

    /** Text in one line. */
    String line(String field) {
        return cleaned(field, row.text(field), Prose.line(row.text(field)));
    }

    /** Text in paragraphs. */
    String prose(String field) {
        return cleaned(field, row.text(field), Prose.paragraphs(row.text(field)));
    }

    private String cleaned(String field, String before, String after) {
        if (before.equals(after)) return after;
        String why = Prose.hasMarkup(before)
                ? "HTML made plain text"
                : before.contains("#sthash")
                        ? "left over from copying out of a web page"
                        : "line ends and spaces tidied";
        // Spaces around a text and a carriage return are not worth a person's look; they are counted all the same.
        note("cleaned", field, before.strip(), after, why);
        return after;
    }

    String website(String field) {
        String before = row.text(field).strip();
        if (before.isEmpty()) return "";
        String repaired = before.replaceAll("\\s+", "").replaceFirst("(?i)^(https?://)+(?=https?://)", "");
        Optional<String> address = webAddress(repaired);
        if (address.isEmpty()) note("cleaned", field, before, "", "not the address of a website, dropped");
        else if (!address.get().equals(before)) note("cleaned", field, before, address.get(), "address mended");
        return address.orElse("");
    }

    @Nullable
    LocalDate date(String field) {
        String before = row.text(field).strip();
        if (before.isEmpty()) return null;
        try {
            LocalDate date = LocalDate.parse(before);
            if (!date.equals(NEVER_TOLD)) return date;
            note("cleaned", field, before, "", "1 January 1970 stands for «unknown»");
        } catch (DateTimeParseException notADate) {
            note("cleaned", field, before, "", "not a date of the form 2017-02-27, taken as unknown");
        }
        return null;
    }

    String country(String field) {
        String before = Prose.line(row.text(field));
        String code = countryCode(before);
        if (code.isEmpty() && !before.isEmpty())
            note("noticed", field, before, "", "no country has this name, left out");
        return code;
    }

    double @Nullable [] point() {
        String before = (row.text("latitude") + " " + row.text("longitude")).strip();
        if (before.isEmpty()) return null;
        Optional<double[]> point = point(row.text("latitude"), row.text("longitude"));
        if (point.isEmpty()) note("cleaned", "point", before, "", "no point on earth, or 0,0; dropped");
        return point.orElse(null);
    }

    static Optional<double[]> point(String latitude, String longitude) {
        try {
            double north = Double.parseDouble(latitude);
            double east = Double.parseDouble(longitude);
            boolean onEarth = Math.abs(north) <= 90 && Math.abs(east) <= 180;
            return onEarth && (north != 0 || east != 0) ? Optional.of(new double[] {north, east}) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The country of a name in any usual form, such as «Korea, Republic of» or «Cote d'Ivoire»; "" for none. */
    static String countryCode(String name) {
        if (name.isBlank()) return "";
        return Countries.findNamed(name)
                .or(() -> CountryNames.find(name).flatMap(Countries::find))
                .map(Country::code)
                .orElse("");
    }

    /** Small letters without accents and punctuation, for comparing. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Optional<String> webAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            if (!scheme.matches("https?") || host == null || !host.contains(".")) return Optional.empty();
            String authority = uri.getRawAuthority();
            String rest = text.substring(text.indexOf("://") + 3 + authority.length());
            return Optional.of(scheme + "://" + authority.toLowerCase(Locale.ROOT) + rest);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
