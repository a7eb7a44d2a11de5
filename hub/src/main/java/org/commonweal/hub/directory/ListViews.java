package org.commonweal.hub.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.look.Tab;
import org.commonweal.hub.frame.places.Countries;
import org.springframework.stereotype.Component;

/** Makes the view of a list from its address. */
@Component
class ListViews {
    static final int PER_PAGE = 25;
    private static final int VALUES_SHOWN = 12;
    private static final int TOPICS_SHOWN = 3;
    private static final String[] ENDINGS = {"csv", "json", "geojson"};

    private final Lists lists;
    private final Topics topics;
    private final Rights rights;

    ListViews(Lists lists, Topics topics, Rights rights) {
        this.lists = lists;
        this.topics = topics;
        this.rights = rights;
    }

    ListView organisations(Page page, Map<String, String[]> parameters) {
        return view(
                Shelf.ORGANISATIONS,
                page,
                parameters,
                (wanted, names) ->
                        lists
                                .rows(
                                        wanted,
                                        Rows.ORGANISATION_LINE,
                                        Rows::organisation,
                                        PER_PAGE,
                                        offset(page, parameters))
                                .stream()
                                .map(row -> line(page, row, names))
                                .toList());
    }

    ListView projects(Page page, Map<String, String[]> parameters) {
        return view(
                Shelf.PROJECTS,
                page,
                parameters,
                (wanted, names) ->
                        lists
                                .rows(wanted, Rows.PROJECT_LINE, Rows::project, PER_PAGE, offset(page, parameters))
                                .stream()
                                .map(row -> line(page, row, names))
                                .toList());
    }

    /** The four pages of the directory, the present one marked. */
    static List<Tab> tabs(Page page, String present) {
        return Stream.of("organisations", "projects", "topics", "places")
                .map(name -> new Tab("/" + name, page.t("directory." + name), name.equals(present)))
                .toList();
    }

    private interface LineReader {
        List<ListView.Line> read(Wanted wanted, Map<String, Topic> names);
    }

    private ListView view(Shelf shelf, Page page, Map<String, String[]> parameters, LineReader reader) {
        Query query = query(shelf, parameters);
        Lists.Answer answer = lists.count(Wanted.of(shelf, query));
        Map<String, Topic> names =
                topics.list(page.locale()).stream().collect(Collectors.toMap(Topic::slug, Function.identity()));
        Listing listing = Listing.of(query, answer.counts().total(), PER_PAGE)
                .facets(facets(page, query, shelf, answer.counts(), names))
                .sorts(answer.wanted().sorts().stream()
                        .map(sort -> new Listing.Sort(sort, page.t("directory.sort." + sort)))
                        .toArray(Listing.Sort[]::new))
                .downloads(ENDINGS);
        String room = shelf.room();
        String add = page.viewer() == null ? "" : "/" + room + "/new";
        return new ListView(
                room,
                tabs(page, room),
                listing,
                reader.read(answer.wanted(), names),
                answer.wanted().loose(),
                add,
                rights.has("directory.edit", Scope.HUB));
    }

    static Query query(Shelf shelf, Map<String, String[]> parameters) {
        return Query.of("/" + shelf.room(), parameters);
    }

    private static long offset(Page page, Map<String, String[]> parameters) {
        return (Query.of(page.here().path(), parameters).page() - 1L) * PER_PAGE;
    }

    private static Listing.Facet[] facets(
            Page page, Query query, Shelf shelf, Lists.Counts counts, Map<String, Topic> names) {
        return shelf.filters().stream()
                .map(filter -> new Listing.Facet(
                        filter.name(),
                        page.t("directory.filter." + filter.name()),
                        values(page, query, filter, counts.byFilter().get(filter.name()), names)))
                .filter(facet -> !facet.values().isEmpty())
                .toArray(Listing.Facet[]::new);
    }

    /** The fullest values, and those that are chosen however few they have. */
    private static List<Listing.Value> values(
            Page page, Query query, Shelf.Filter filter, Map<String, Long> counts, Map<String, Topic> names) {
        List<Listing.Value> shown = new ArrayList<>();
        counts.forEach((value, count) -> {
            boolean chosen = query.chosen(filter.name(), value);
            if (chosen || shown.size() < VALUES_SHOWN)
                shown.add(new Listing.Value(value, label(page, filter, value, names), count));
        });
        for (String value : query.all(filter.name()))
            if (!counts.containsKey(value) && isKnown(filter, value, names))
                shown.add(new Listing.Value(value, label(page, filter, value, names), 0));
        return shown;
    }

    private static boolean isKnown(Shelf.Filter filter, String value, Map<String, Topic> names) {
        if (filter.isTopic()) return names.containsKey(value);
        return filter.name().equals("country") ? Countries.find(value).isPresent() : Kinds.ALL.contains(value);
    }

    private static String label(Page page, Shelf.Filter filter, String value, Map<String, Topic> names) {
        if (filter.isTopic()) return names.get(value).name(page.locale());
        return filter.name().equals("country")
                ? Countries.find(value)
                        .map(country -> country.name(page.locale()))
                        .orElse(value)
                : page.t("directory.kind." + value);
    }

    private static ListView.Line line(Page page, Organisation row, Map<String, Topic> names) {
        List<String> facts = new ArrayList<>();
        if (!row.kind().isEmpty()) facts.add(page.t("directory.kind." + row.kind()));
        if (row.projectCount() > 0) facts.add(page.t("directory.projects.count", row.projectCount()));
        return new ListView.Line(
                row.path(),
                row.name(),
                row.summary().in(page.locale()),
                Spoken.of(row.summary(), page),
                facts,
                row.spot().in(page.locale()));
    }

    private static ListView.Line line(Page page, Project row, Map<String, Topic> names) {
        return new ListView.Line(
                row.path(),
                row.name(),
                row.summary().in(page.locale()),
                Spoken.of(row.summary(), page),
                themes(page, row.topics(), names),
                row.spot().in(page.locale()));
    }

    private static List<String> themes(Page page, List<String> slugs, Map<String, Topic> names) {
        return slugs.stream()
                .map(names::get)
                .filter(topic -> topic != null && topic.kind().equals("theme"))
                .limit(TOPICS_SHOWN)
                .map(topic -> topic.name(page.locale()))
                .toList();
    }
}
