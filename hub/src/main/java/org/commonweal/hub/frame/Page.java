package org.commonweal.hub.frame;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every template is given: the reader's language, who reads, where they are, and the hub's name.
 *
 * <p>Example, in a template: {@code ${page.t("directory.count", model.total())}}.
 */
public final class Page {
    private final Words words;
    private final Assets assets;
    private final Locale locale;
    private final Here here;
    private final HubName hub;
    private final @Nullable Viewer viewer;
    private final Supplier<String> csrf;

    Page(
            Words words,
            Assets assets,
            Locale locale,
            Here here,
            HubName hub,
            @Nullable Viewer viewer,
            Supplier<String> csrf) {
        this.words = words;
        this.assets = assets;
        this.locale = locale;
        this.here = here;
        this.hub = hub;
        this.viewer = viewer;
        this.csrf = csrf;
    }

    /**
     * The address being read.
     *
     * @param path without host, such as {@code /findings}
     * @param query without the language, without question mark
     * @param secure whether passkeys and location work here: https or localhost
     */
    public record Here(String path, String query, String base, boolean secure) {}

    /**
     * Who reads: what the header shows of a signed-in person.
     *
     * @param name "" for the first administrator, who has neither a name nor an address at first
     */
    public record Viewer(String name, boolean keepsHub) {}

    /** What the hub calls itself, and whether all in it is a demonstration. */
    public record HubName(String name, boolean demonstration) {}

    /** The words for a key in the reader's language, with ICU arguments {0}, {1} … */
    public String t(String key, Object... arguments) {
        return words.say(locale, key, arguments);
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    public String dir() {
        return lang().equals("ar") ? "rtl" : "ltr";
    }

    public Map<String, String> languages() {
        return Words.LANGUAGES;
    }

    /** This very page in another language. */
    public String in(String language) {
        return here.path() + "?" + (here.query().isEmpty() ? "" : here.query() + "&") + "lang=" + language;
    }

    public Here here() {
        return here;
    }

    /** An absolute address on this hub, for sharing: {@code absolute("/findings/…")}. */
    public String absolute(String path) {
        return here.base() + path;
    }

    public HubName hub() {
        return hub;
    }

    public @Nullable Viewer viewer() {
        return viewer;
    }

    /** The served address of a built file: {@code asset("app.css")}. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** The token that every form that changes something carries in a hidden field {@code _csrf}. */
    public String csrf() {
        return csrf.get();
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A number with at most so many decimals, in the reader's digits and marks. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A date written out, such as 21 November 2026. */
    public String date(LocalDate date) {
        // Day before month in English too, as most of the world's readers of English write it.
        Locale written = lang().equals("en") ? Locale.UK : locale;
        String told = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(written)
                .format(date);
        return withFirst(told);
    }

    /** An instant's date in UTC, written out. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** An instant as date and minute where something takes place, such as 21 Nov 2026, 09:15 CET. */
    public String time(Instant instant, ZoneId zone) {
        return withFirst(minute("z").format(instant.atZone(zone)));
    }

    /** An instant as date and minute in UTC, such as 21 Nov 2026, 08:15 UTC. */
    public String time(Instant instant) {
        return withFirst(minute("'UTC'").format(instant.atOffset(ZoneOffset.UTC)));
    }

    // CLDR has no rule for it: the first of a month is «1er» in French.
    private String withFirst(String date) {
        return lang().equals("fr") ? date.replaceFirst("^1 ", "1er ") : date;
    }

    private DateTimeFormatter minute(String zone) {
        String comma = lang().equals("ar") ? "،" : ",";
        return DateTimeFormatter.ofPattern("d MMM uuuu" + comma + " HH:mm " + zone, locale);
    }
}
