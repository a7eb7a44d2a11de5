package org.commonweal.hub.campaigns.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.directory.SearchWords;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Query;
import org.springframework.stereotype.Component;

/**
 * All public campaigns, filtered and sorted in memory: a hub has hundreds of them. With many thousands this becomes SQL,
 * as the directory's shelf is.
 */
@Component
class Catalogue {
    static final List<String> SORTS = List.of("new", "ending", "title");

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Filters filters;
    private final CampaignSearch search;

    Catalogue(Campaigns campaigns, Organisations organisations, Filters filters, CampaignSearch search) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.filters = filters;
        this.search = search;
    }

    /** Those that say the words asked for, whatever filters are chosen; open ones first, newest first. */
    List<PublicCampaign> search(String words) {
        List<String> asked = SearchWords.of(words);
        List<Campaign> all = campaigns.listPublic();
        if (asked.isEmpty()) return withAskers(all);
        Set<UUID> found = search.find(asked);
        return withAskers(
                all.stream().filter(campaign -> found.contains(campaign.id())).toList());
    }

    /** Those that can be answered now, newest first. */
    List<PublicCampaign> open() {
        return withAskers(campaigns.listOpen());
    }

    private List<PublicCampaign> withAskers(List<Campaign> all) {
        Map<UUID, OrganisationRef> askers =
                organisations.list(all.stream().map(Campaign::organisation).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(OrganisationRef::id, Function.identity()));
        return all.stream()
                .filter(campaign -> askers.containsKey(campaign.organisation()))
                .map(campaign -> new PublicCampaign(campaign, askers.get(campaign.organisation())))
                .toList();
    }

    /** The exact view that an address asks for, all pages of it. */
    List<PublicCampaign> list(Page page, Query query) {
        return list(page, query, search(query.first("q")));
    }

    /** @param said what {@link #search} found for the words of the address */
    List<PublicCampaign> list(Page page, Query query, List<PublicCampaign> said) {
        return filters.keep(page, query, said).stream()
                .sorted(order(page, query.first("sort")))
                .toList();
    }

    private static Comparator<PublicCampaign> order(Page page, String sort) {
        return switch (sort) {
            case "ending" -> Comparator.comparing(Catalogue::ends);
            case "title" ->
                Comparator.comparing(
                        listed -> listed.campaign().title().in(page.locale()),
                        java.text.Collator.getInstance(page.locale()));
            // As it came from the database; sorting is stable.
            default -> (one, other) -> 0;
        };
    }

    private static LocalDate ends(PublicCampaign listed) {
        return listed.campaign().isOpen()
                ? Objects.requireNonNullElse(listed.campaign().closesOn(), LocalDate.MAX.minusDays(1))
                : LocalDate.MAX;
    }
}
