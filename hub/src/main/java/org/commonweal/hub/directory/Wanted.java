package org.commonweal.hub.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.look.Query;

/**
 * What the address of a list asks for, as SQL. Only what looks like a word, a code or a slug gets in.
 *
 * <p>Example: {@code Wanted.of(Shelf.PROJECTS, query).where()} with {@link #parameters()}.
 *
 * @param words of the search, each to be found in a row
 * @param place a town, with its accents or without, "" for all
 * @param loose whether words may be misspelt; asked for only when the exact search finds nothing
 */
record Wanted(Shelf shelf, List<String> words, String place, Map<String, String[]> chosen, String sort, boolean loose) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-]{1,80}");
    private static final String BEST = "best";

    static Wanted of(Shelf shelf, Query query) {
        List<String> words = SearchWords.of(query.first("q"));
        Map<String, String[]> chosen = new LinkedHashMap<>();
        for (Shelf.Filter filter : shelf.filters()) {
            String[] values = query.all(filter.name()).stream()
                    .filter(value -> VALUE.matcher(value).matches())
                    .toArray(String[]::new);
            if (values.length > 0) chosen.put(filter.name(), values);
        }
        String asked = query.first("sort");
        boolean known = shelf.sorts().contains(asked) || asked.equals(BEST) && !words.isEmpty();
        String usual = words.isEmpty() ? shelf.sorts().getFirst() : BEST;
        String place = query.first("place").replaceAll("\\p{Cntrl}", "");
        return new Wanted(shelf, words, place, chosen, known ? asked : usual, false);
    }

    static Wanted search(Shelf shelf, String text) {
        return new Wanted(shelf, SearchWords.of(text), "", Map.of(), BEST, false);
    }

    Wanted loosely() {
        return new Wanted(shelf, words, place, chosen, sort, true);
    }

    /** The orders that the list offers for what was asked. */
    List<String> sorts() {
        List<String> sorts = new ArrayList<>(shelf.sorts());
        if (!words.isEmpty()) sorts.addFirst(BEST);
        return sorts;
    }

    /** The condition without the filters, which counts leave out one at a time. */
    String found() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) all.add(word(i));
        if (!place.isEmpty()) all.add("o.place <> '' and directory.plain(o.place) = directory.plain(:place)");
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    /** The whole condition. */
    String where() {
        return shelf.filters().stream()
                .filter(filter -> chosen.containsKey(filter.name()))
                .map(this::passes)
                .collect(Collectors.joining(" and ", found() + (chosen.isEmpty() ? "" : " and "), ""));
    }

    /** Whether a row passes one filter: «true» when nothing of it is chosen. */
    String passes(Shelf.Filter filter) {
        return chosen.containsKey(filter.name()) ? filter.passes() : "true";
    }

    String order() {
        if (!sort.equals(BEST)) return Shelf.order(sort);
        String nearest = loose
                ? "public.word_similarity(directory.plain(:all), o.find_plain) desc"
                : "o.name_plain = directory.plain(:all) desc,"
                        + " starts_with(o.name_plain, directory.plain(:all)) desc,"
                        + " ts_rank(o.words, directory.asked(:all)) desc";
        return nearest + ", " + Shelf.order("name");
    }

    Map<String, Object> parameters() {
        Map<String, Object> all = new LinkedHashMap<>(chosen);
        for (int i = 0; i < words.size(); i++) all.put("word" + i, words.get(i));
        if (!place.isEmpty()) all.put("place", place);
        all.put("all", String.join(" ", words));
        return all;
    }

    private String word(int i) {
        String exact = "o.words @@ directory.asked(:word" + i + ")";
        return loose ? "(" + exact + " or directory.plain(:word" + i + ") operator(public.<%) o.find_plain)" : exact;
    }
}
