package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.hub.frame.Page;

/** What is different in a correction, in the reader's words. */
final class Changes {
    private Changes() {}

    /**
     * @param before and after it with their totals at least
     * @param cells in how many cells they differ ({@link #cells})
     */
    static List<String> between(Document before, Document after, long cells, Page page) {
        Reading old = new Reading(before, page);
        Reading now = new Reading(after, page);
        List<String> changes = new ArrayList<>();
        note(changes, page, "title", before.title(), after.title());
        // Told in the reader's language, but a label that was only translated measures what it did.
        if (!asked(before).equals(asked(after)))
            note(
                    changes,
                    page,
                    "measured",
                    old.measured().text(),
                    now.measured().text());
        note(changes, page, "period", old.span(), now.span());
        note(changes, page, "total", total(before, old), total(after, now));
        if (!before.limitations().equals(after.limitations())) changes.add(page.t("evidence.change.limitations"));
        boolean sameGrid = before.areas().equals(after.areas())
                && before.period().times() == after.period().times()
                && before.period().clock().equals(after.period().clock());
        if (!sameGrid) changes.add(page.t("evidence.change.grid"));
        else if (cells > 0) changes.add(page.t("evidence.change.cells", cells));
        return changes;
    }

    private static List<Object> asked(Document document) {
        Document.Statement statement = document.statistic();
        return List.of(
                document.variable().name(),
                document.variable().label(),
                statement.name(),
                statement.of(),
                statement.condition());
    }

    private static void note(List<String> changes, Page page, String part, String before, String after) {
        if (!before.equals(after)) changes.add(page.t("evidence.change." + part, before, after));
    }

    private static String total(Document document, Reading reading) {
        return document.findTotal()
                .map(reading::valueWithUnit)
                .orElse(reading.page().t("frame.chart.withheld"));
    }

    /** In how many cells two documents differ. */
    static long cells(Document before, Document after) {
        Map<Spot, Document.Cell> old = new HashMap<>();
        before.cells().forEach(cell -> old.put(cell.spot(), cell));
        long different = after.cells().stream()
                .filter(cell -> !Objects.equals(old.remove(cell.spot()), cell))
                .count();
        return different + old.size();
    }
}
