package org.commonweal.hub.campaigns.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.look.Step;
import org.springframework.stereotype.Component;

/** What campaigns put on the hub's first page, and what its search box finds of them. */
@Component
class CampaignShelf implements HomeShelf, SearchShelf {
    private static final int CALLS = 5;
    private static final int MAPPED = 50;

    private final Catalogue catalogue;
    private final Tallies tallies;

    CampaignShelf(Catalogue catalogue, Tallies tallies) {
        this.catalogue = catalogue;
        this.tallies = tallies;
    }

    @Override
    public Part home(Page page) {
        List<PublicCampaign> open = catalogue.open();
        return new Part(counts(page, open.size()), calls(page, open), List.of(), activity(page, open));
    }

    private static List<Count> counts(Page page, long number) {
        return List.of(
                new Count(Step.LISTEN, number, page.t("campaigns.board.open-count", number), "/campaigns?state=open"));
    }

    private static List<Call> calls(Page page, List<PublicCampaign> open) {
        return open.stream()
                .sorted(Comparator.comparing(
                        listed -> Objects.requireNonNullElse(listed.campaign().closesOn(), LocalDate.MAX)))
                .limit(CALLS)
                .map(listed -> call(page, listed))
                .toList();
    }

    private List<Activity> activity(Page page, List<PublicCampaign> open) {
        return open.stream()
                .limit(MAPPED)
                .flatMap(listed -> tallies.get(listed.campaign()).cells().stream())
                .map(cell -> new Activity(cell.ring(), cell.number(), page.t("campaigns.board.cell", cell.number())))
                .toList();
    }

    @Override
    public String title(Page page) {
        return page.t("campaigns.board.title");
    }

    @Override
    public List<Hit> find(Page page, String words, int limit) {
        return catalogue.search(words).stream()
                .limit(limit)
                .map(listed -> new Hit(
                        listed.campaign().title().in(page.locale()),
                        listed.campaign().path(),
                        listed.campaign()
                                .why()
                                .in(page.locale())
                                .lines()
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    @Override
    public String more(String words) {
        return "/campaigns?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Call call(Page page, PublicCampaign listed) {
        Campaign campaign = listed.campaign();
        return new Call(
                campaign.title().in(page.locale()),
                campaign.path(),
                campaign.minutes(),
                listed.asker().name(),
                PublicCampaign.until(page, campaign));
    }
}
