package org.commonweal.hub.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers by which a reader finds a cell of the map in the table: 1, 2, 3 … in the table's order. They are of the page
 * alone: the document and its downloads name cells by their H3 index.
 */
final class CellNumbers {
    private final Map<String, Integer> byPlace = new LinkedHashMap<>();

    /** Of a document without H3 cells there are none. */
    static CellNumbers of(Document document) {
        CellNumbers numbers = new CellNumbers();
        if (!document.areas().hasCells()) return numbers;
        boolean things = document.areas().bySubject();
        document.cells().stream()
                .filter(cell -> !cell.place().isEmpty())
                // The table has things, and where they stand; cells only sum them up.
                .filter(cell -> !things || !cell.subject().isEmpty())
                .sorted(NaturalOrder.BY_THING)
                .forEach(cell -> numbers.byPlace.putIfAbsent(cell.place(), numbers.byPlace.size() + 1));
        return numbers;
    }

    /** "" for what is no cell of the document, such as everywhere. */
    String of(String place) {
        Integer number = byPlace.get(place);
        return number == null ? "" : number.toString();
    }

    /** The cells by their H3 index, the first that of number 1. */
    List<String> places() {
        return List.copyOf(byPlace.keySet());
    }
}
