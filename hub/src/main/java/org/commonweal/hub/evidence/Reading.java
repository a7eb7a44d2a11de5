package org.commonweal.hub.evidence;

import com.uber.h3core.util.LatLng;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonweal.disclosure.Interval;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.places.Countries;
import org.jspecify.annotations.Nullable;

/** A document's numbers, places and periods in the reader's language. */
final class Reading {
    private final Document document;
    private final Page page;
    private final int decimals;
    private final NumberFormat numbers;
    /** For the figure of everything, which is known better than its parts. */
    private final NumberFormat totals;

    private final CellNumbers cellNumbers;

    Reading(Document document, Page page) {
        this.document = document;
        this.page = page;
        this.decimals = decimalsOf(document.cells());
        this.numbers = format(decimals);
        this.totals = format(
                document.findTotal().map(total -> decimalsOf(List.of(total))).orElse(0));
        this.cellNumbers = CellNumbers.of(document);
    }

    Page page() {
        return page;
    }

    String t(String key, Object... arguments) {
        return page.t("evidence." + key, arguments);
    }

    /** How many stand behind each value but that of everything. */
    int decimals() {
        return decimals;
    }

    boolean isShare() {
        return document.statistic().name() == Statistic.SHARE;
    }

    /** Whether a cell only sums up things that are told one by one. */
    boolean isSubtotal(Document.Cell cell) {
        return document.areas().bySubject() && cell.subject().isEmpty() && !cell.isTotal();
    }

    /** What a value is multiplied with to be read: shares are read in percent. */
    double scale() {
        return isShare() ? 100 : 1;
    }

    /** The unit beside a number, "" for a count. */
    String unit() {
        return switch (document.statistic().name()) {
            case COUNT -> "";
            case SHARE -> "%";
            case MEAN, MEDIAN -> variableUnit();
        };
    }

    private String variableUnit() {
        return Units.in(document.variable().unit(), page.locale());
    }

    String value(Document.Cell cell) {
        return cell.value() == null ? page.t("frame.chart.withheld") : number(cell, cell.value());
    }

    /** A value with its unit, such as {@code 23.4 µg/m³}. */
    String valueWithUnit(Document.Cell cell) {
        return cell.value() == null || unit().isEmpty() ? value(cell) : value(cell) + " " + unit();
    }

    /** Such as «95 % interval: 21 to 27», "" where there is no interval. */
    String interval(Document.Cell cell) {
        if (cell.low() == null || cell.high() == null) return "";
        return t("interval", level(covered(cell)), range(cell));
    }

    /** What all intervals are called: by the usual level, which they reach, else by the least that one of them has. */
    String intervals() {
        double least = leastCovered();
        return t(least < Interval.NOMINAL_COVERAGE ? "interval-head-least" : "interval-head", level(least));
    }

    /** How much the intervals cover exactly where that is not the usual level, such as a median's; "" elsewhere. */
    String coverage() {
        boolean usual = document.cells().stream().allMatch(cell -> cell.coverage() == null);
        return usual ? "" : t("coverage", page.number(Math.floor(leastCovered() * 1000 + 1e-6) / 10, 1));
    }

    private double leastCovered() {
        return document.cells().stream()
                .filter(cell -> cell.low() != null)
                .mapToDouble(Reading::covered)
                .min()
                .orElse(Interval.NOMINAL_COVERAGE);
    }

    private static double covered(Document.Cell cell) {
        return cell.coverage() == null ? Interval.NOMINAL_COVERAGE : cell.coverage();
    }

    // One that covers more may be called by the usual level: it is that sure, and readers need one level only.
    private String level(double covered) {
        double named = Math.min(covered, Interval.NOMINAL_COVERAGE);
        return page.number(Math.floor(named * 1000 + 1e-6) / 10, 1);
    }

    /** The interval for a table: {@code 21–27}, "" where there is none. */
    String range(Document.Cell cell) {
        return cell.low() == null || cell.high() == null
                ? ""
                : t("range", number(cell, cell.low()), number(cell, cell.high()));
    }

    /** Such as «1,946 answers». */
    String answers(Document.Cell cell) {
        return cell.n() == null ? "" : t("of-answers", cell.n());
    }

    /** What the country of the source is called, "" where none is named. */
    String country() {
        return Countries.find(document.source().country())
                .map(country -> country.name(page.locale()))
                .orElse("");
    }

    String n(Document.Cell cell) {
        return cell.n() == null ? "" : page.number(cell.n());
    }

    /** The number of the cell's hexagon on the map, "" for none. */
    String number(Document.Cell cell) {
        return cellNumbers.of(cell.place());
    }

    /** All hexagons by their H3 index, the first that of number 1. */
    List<String> numbered() {
        return cellNumbers.places();
    }

    /** As {@link #where}, with the number of a hexagon before its place, such as «3 · 36.5° N 10.2° E». */
    String numberedWhere(Document.Cell cell) {
        boolean hexagon = cell.subject().isEmpty() && !number(cell).isEmpty();
        return hexagon ? number(cell) + " · " + where(cell) : where(cell);
    }

    /** What the cell's place and thing are called, «everywhere» for the total. */
    String where(Document.Cell cell) {
        if (cell.isTotal()) return t("everywhere");
        if (cell.place().isEmpty() || !cell.subject().isEmpty()) return cell.subject();
        return place(cell.place());
    }

    String place(String place) {
        return Countries.find(place).map(country -> country.name(page.locale())).orElseGet(() -> cell(place));
    }

    /** The period written out, «whole period» for the total. */
    String period(String label) {
        if (label.isEmpty()) return t("whole-period");
        return switch (document.period().times()) {
            case DAY -> page.date(Times.firstDay(label));
            case WEEK -> t("week", Integer.parseInt(label.substring(6)), page.date(Times.firstDay(label)));
            default -> DateTimeFormatter.ofPattern("LLLL uuuu", page.locale()).format(Times.firstDay(label));
        };
    }

    /** First to last day, written out. */
    String span() {
        return t(
                "span",
                page.date(document.period().first()),
                page.date(document.period().last()));
    }

    /** What is measured, such as «Mean of PM2.5 by month and sensor». */
    Phrase measured() {
        Label of = question();
        return switch (document.statistic().name()) {
            case COUNT -> of.words().isEmpty() ? phrase("measured.forms") : phrase("measured.count", of);
            case SHARE -> phrase("measured.share", of, condition());
            case MEAN -> phrase("measured.mean", of);
            case MEDIAN -> phrase("measured.median", of);
        };
    }

    /** The question's label, words "" where answered forms are counted. */
    Label question() {
        return Label.in(
                page.lang(), document.variable().label(), document.variable().labels());
    }

    private Phrase phrase(String key, Label... labels) {
        return Phrase.of(page, "evidence." + key, labels);
    }

    private Label condition() {
        Document.Statement statement = document.statistic();
        return statement.of().isEmpty()
                ? new Label(limit(statement), page.lang())
                : Label.in(page.lang(), statement.of(), statement.labels());
    }

    private String limit(Document.Statement statement) {
        String[] parts = statement.condition().split(" ", 2);
        if (parts.length < 2 || parts[0].equals("=")) return statement.condition();
        return t("condition." + parts[0], page.number(Double.parseDouble(parts[1]), 4))
                + (variableUnit().isEmpty() ? "" : " " + variableUnit());
    }

    private String number(Document.Cell cell, double value) {
        boolean all = cell.isTotal() && cell.period().isEmpty();
        return (all ? totals : numbers).format(value * scale());
    }

    private NumberFormat format(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(page.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    private String cell(String index) {
        LatLng centre = Hexes.centre(index);
        String latitude = page.number(Math.abs(centre.lat), 1);
        String longitude = page.number(Math.abs(centre.lng), 1);
        return t(
                "cell",
                latitude,
                page.t(centre.lat < 0 ? "frame.south" : "frame.north"),
                longitude,
                page.t(centre.lng < 0 ? "frame.west" : "frame.east"));
    }

    // So many that steps are at most half of the half width of an interval, as values about people are told; the same
    // for all numbers of a page so that they compare.
    private int decimalsOf(List<Document.Cell> cells) {
        if (document.statistic().name() == Statistic.COUNT) return 0;
        double half = cells.stream()
                .filter(cell -> cell.low() != null && cell.high() != null)
                .mapToDouble(cell -> (cell.high() - cell.low()) / 2 * scale())
                .filter(width -> width > 0)
                .average()
                .orElse(cells.stream().mapToDouble(Reading::size).max().orElse(1) * scale() / 20);
        int digits = Math.clamp(-(int) Math.floor(Math.log10(Math.max(half / 2, 1e-6))), 0, 6);
        while (digits > 0 && areAllToldBy(cells, digits, digits - 1)) digits--;
        return digits;
    }

    // Whole minutes stay whole: a zero behind all of them would only look like a measurement.
    private boolean areAllToldBy(List<Document.Cell> cells, int digits, int fewer) {
        return cells.stream()
                .flatMap(cell -> Stream.of(cell.value(), cell.low(), cell.high()))
                .filter(Objects::nonNull)
                .map(value -> BigDecimal.valueOf(value * scale()))
                .map(value -> value.setScale(digits, RoundingMode.HALF_EVEN))
                .allMatch(value -> value.compareTo(value.setScale(fewer, RoundingMode.HALF_EVEN)) == 0);
    }

    private static double size(Document.Cell cell) {
        @Nullable Double value = cell.value();
        return value == null ? 0 : Math.abs(value);
    }
}
