package org.commonweal.hub.frame.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands around the results of a list page: its exact view, how many there are, what may be chosen.
 *
 * <p>Example: {@code Listing.of(query, total, 25).facets(topics, places).sorts(new Sort("new", page.t("…"))).downloads("csv",
 * "json")}.
 *
 * @param total of all results, not of this page
 * @param downloads endings that this very view can be had in, under its address: {@code /campaigns.csv?topic=air}
 */
public record Listing(
        Query query, long total, int perPage, List<Facet> facets, List<Sort> sorts, List<String> downloads) {

    private static final Set<String> OF_THE_VIEW = Set.of("page", "sort", "done", "did", "left");

    /** One group of filters, such as topics; its name is the parameter's. */
    public record Facet(String name, String label, List<Value> values) {}

    /** One filter with the number of results it would leave. */
    public record Value(String value, String label, long count) {}

    /** One order of the results; the first in the list is the one taken when none is asked for. */
    public record Sort(String value, String label) {}

    public static Listing of(Query query, long total, int perPage) {
        return new Listing(query, total, perPage, List.of(), List.of(), List.of());
    }

    public Listing facets(Facet... given) {
        return new Listing(query, total, perPage, List.of(given), sorts, downloads);
    }

    public Listing sorts(Sort... given) {
        return new Listing(query, total, perPage, facets, List.of(given), downloads);
    }

    public Listing downloads(String... endings) {
        return new Listing(query, total, perPage, facets, sorts, List.of(endings));
    }

    public int lastPage() {
        return Math.max(1, (int) ((total + perPage - 1) / perPage));
    }

    public boolean sortedBy(Sort sort) {
        String asked = query.first("sort");
        return asked.isEmpty() ? sort.equals(sorts.getFirst()) : asked.equals(sort.value());
    }

    /** How many filters are chosen, for the drawer's word on a phone. */
    public long chosen() {
        return facets.stream()
                .flatMap(facet -> facet.values().stream().filter(value -> query.chosen(facet.name(), value.value())))
                .count();
    }

    /** Whether the address asks for fewer than all, though it were by a filter that there is not. */
    public boolean narrowed() {
        return query.values().keySet().stream().anyMatch(name -> !OF_THE_VIEW.contains(name));
    }

    /** Whether the address asks for a page after the last. */
    public boolean beyond() {
        return total > 0 && query.page() > lastPage();
    }

    /** The pages to link in the pager: first, last, and those around the present one; 0 stands for a gap. */
    public List<Integer> pagesToShow() {
        TreeSet<Integer> near = new TreeSet<>(List.of(1, lastPage()));
        for (int page = query.page() - 1; page <= query.page() + 1; page++)
            if (page >= 1 && page <= lastPage()) near.add(page);
        List<Integer> shown = new ArrayList<>();
        int before = 0;
        for (int page : near) {
            if (page > before + 1) shown.add(0);
            shown.add(page);
            before = page;
        }
        return shown;
    }
}
