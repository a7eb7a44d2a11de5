package org.commonweal.hub.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.commonweal.disclosure.Caveat;
import org.commonweal.disclosure.Figure;
import org.commonweal.disclosure.Interval;
import org.jspecify.annotations.Nullable;

/** From the engine's cells to the document's. */
final class Cells {
    private static final Comparator<Document.Cell> ORDER = Comparator.comparing(Document.Cell::subject)
            .thenComparing(Document.Cell::place)
            .thenComparing(Document.Cell::period);

    private Cells() {}

    static Document.Cell told(Spot spot, long n, Figure figure) {
        Interval interval = figure.interval();
        return new Document.Cell(
                spot.where().place(),
                spot.where().subject(),
                spot.period(),
                Document.PUBLISHED,
                n,
                figure.value(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                interval == null || interval.coverage() == Interval.NOMINAL_COVERAGE ? null : interval.coverage(),
                figure.noInterval() == null ? null : token(figure.noInterval()),
                caveats(figure));
    }

    // The two that go without saying with every interval and every count are told once, on the page.
    private static @Nullable List<String> caveats(Figure figure) {
        List<String> told = figure.caveats().stream()
                .filter(caveat -> caveat == Caveat.UNANIMOUS || caveat == Caveat.REPEATED_CONTRIBUTORS)
                .map(Cells::token)
                .sorted()
                .toList();
        return told.isEmpty() ? null : told;
    }

    static Document.Cell withheld(Spot spot) {
        return new Document.Cell(
                spot.where().place(),
                spot.where().subject(),
                spot.period(),
                Document.WITHHELD,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** In the order of things, places and periods, never of the rows: that would tell who came first. */
    static List<Document.Cell> ordered(Collection<Document.Cell> cells) {
        return cells.stream().sorted(ORDER).toList();
    }

    /** Withholds more cells; places and periods of which nothing is left to tell are not listed at all. */
    static List<Document.Cell> withholding(List<Document.Cell> cells, Predicate<Spot> more) {
        List<Document.Cell> all = cells.stream()
                .map(cell -> more.test(cell.spot()) ? withheld(cell.spot()) : cell)
                .toList();
        Set<Where> places = new HashSet<>();
        Set<String> periods = new HashSet<>();
        for (Document.Cell cell : all) {
            if (!cell.isPublished()) continue;
            places.add(cell.spot().where());
            periods.add(cell.period());
        }
        return all.stream()
                .filter(cell -> places.contains(cell.spot().where()) && periods.contains(cell.period()))
                .toList();
    }

    static boolean hasFigures(List<Document.Cell> cells) {
        return cells.stream().anyMatch(Document.Cell::isPublished);
    }

    static String token(Enum<?> code) {
        return Objects.requireNonNull(code)
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
    }
}
