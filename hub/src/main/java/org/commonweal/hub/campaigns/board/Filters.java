package org.commonweal.hub.campaigns.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.commonweal.hub.directory.Topics;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.places.Countries;
import org.springframework.stereotype.Component;

/** By what campaigns are filtered: a campaign passes a filter with one of the values chosen, and has to pass all. */
@Component
class Filters {
    private final Topics topics;

    Filters(Topics topics) {
        this.topics = topics;
    }

    /** @param label the name of a value in the reader's language */
    private record Filter(String name, Function<PublicCampaign, List<String>> values, Function<String, String> label) {
        boolean passes(Query query, PublicCampaign listed) {
            List<String> chosen = query.all(name);
            return chosen.isEmpty() || values.apply(listed).stream().anyMatch(chosen::contains);
        }
    }

    List<PublicCampaign> keep(Page page, Query query, List<PublicCampaign> all) {
        List<Filter> filters = list(page, all);
        return all.stream()
                .filter(listed -> filters.stream().allMatch(filter -> filter.passes(query, listed)))
                .toList();
    }

    /** Each filter's values with the number of campaigns that choosing it would leave, given the other filters. */
    Listing.Facet[] facets(Page page, Query query, List<PublicCampaign> all) {
        List<Filter> filters = list(page, all);
        return filters.stream()
                .map(filter -> facet(
                        page,
                        filter,
                        all.stream()
                                .filter(listed -> filters.stream()
                                        .allMatch(other -> other == filter || other.passes(query, listed)))
                                .toList()))
                .filter(facet -> !facet.values().isEmpty())
                .toArray(Listing.Facet[]::new);
    }

    private static Listing.Facet facet(Page page, Filter filter, List<PublicCampaign> listed) {
        Map<String, Long> counts = new TreeMap<>();
        for (PublicCampaign one : listed)
            for (String value : filter.values().apply(one)) counts.merge(value, 1L, Long::sum);
        List<Listing.Value> values = new ArrayList<>();
        counts.forEach((value, count) ->
                values.add(new Listing.Value(value, filter.label().apply(value), count)));
        values.sort((a, b) -> Long.compare(b.count(), a.count()));
        return new Listing.Facet(filter.name(), page.t("campaigns.board.filter." + filter.name()), values);
    }

    private List<Filter> list(Page page, List<PublicCampaign> all) {
        Locale reader = page.locale();
        Map<String, String> topicNames = new TreeMap<>();
        topics.list(reader).forEach(topic -> topicNames.put(topic.slug(), topic.name(reader)));
        Map<String, String> askers = new TreeMap<>();
        all.forEach(listed ->
                askers.put(listed.asker().id().toString(), listed.asker().name()));
        return List.of(
                new Filter(
                        "state",
                        listed -> List.of(listed.campaign().state().word()),
                        state -> page.t("frame.state." + state)),
                new Filter("topic", listed -> listed.campaign().topics(), slug -> topicNames.getOrDefault(slug, slug)),
                new Filter("country", Filters::country, code -> Countries.find(code)
                        .map(country -> country.name(reader))
                        .orElse(code)),
                new Filter("organisation", listed -> List.of(listed.asker().id().toString()), askers::get));
    }

    private static List<String> country(PublicCampaign listed) {
        String code = listed.campaign().place().country();
        return code.isEmpty() ? List.of() : List.of(code);
    }
}
