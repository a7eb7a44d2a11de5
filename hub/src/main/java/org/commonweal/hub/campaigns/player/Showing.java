package org.commonweal.hub.campaigns.player;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.xlsform.form.Language;
import org.springframework.stereotype.Component;

/** Makes the views of pages with questions. */
@Component
class Showing {
    private final Organisations organisations;

    Showing(Organisations organisations) {
        this.organisations = organisations;
    }

    AnswerView show(Page page, Guest guest, Steps.Outcome.Show show) {
        Campaign campaign = guest.campaign();
        Filling filling = show.filling();
        Screen screen = show.screen();
        List<Screen> screens = filling.form().screens();
        List<Screen> asking = screens.stream().filter(one -> !one.asksConsent()).toList();
        boolean alone = screen.nodes().size() == 1
                && screen.nodes().getFirst() instanceof Node.Group group
                && !group.isRepetition();
        List<Node> nodes = alone ? ((Node.Group) screen.nodes().getFirst()).nodes() : screen.nodes();
        boolean consent = screen.asksConsent();
        List<Language> languages = filling.form().languages();
        return new AnswerView(
                campaign,
                guest.path(),
                guest.shelf() + " " + screen.number(),
                guest.tries(),
                campaign.title().in(page.locale()),
                consent ? "" : heading(screen),
                consent ? promises(page, campaign) : List.of(),
                screen.number(),
                consent ? 0 : indexOf(screen, asking) + 1,
                asking.size(),
                screen.number() == screens.getFirst().number(),
                !consent && screen.number() == screens.getLast().number(),
                new Blocks(page, filling, campaign.place()).of(nodes),
                show.faults(),
                show.told().equals(Steps.MORE),
                !show.draft().instance().isEmpty(),
                show.told().equals(Steps.KEPT),
                languages.size() < 2
                        ? List.of()
                        : languages.stream()
                                .map(one -> new Choice(one.name(), title(page, one)))
                                .toList(),
                Tongue.of(Tongue.choose(languages, show.draft().language(), page.lang())),
                show.draft().stamp(),
                show.draft().tabs().toldHeard(),
                Ids.tail(Ids.next()),
                show.draft().answered());
    }

    // The words of the one group or repeat that a page shows, else of the group that it was cut from.
    private static String heading(Screen screen) {
        List<String> own = screen.nodes().stream()
                .map(node -> switch (node) {
                    case Node.Question question -> "";
                    case Node.Group group -> Labels.of(group.caption());
                    case Node.More more -> Labels.of(more.caption());
                })
                .distinct()
                .toList();
        return own.size() == 1 && !own.getFirst().isEmpty() ? own.getFirst() : screen.heading();
    }

    // The columns of a spreadsheet that name no language.
    private static String title(Page page, Language language) {
        return language.name().equals(Language.DEFAULT) ? page.t("campaigns.player.original") : language.title();
    }

    private static int indexOf(Screen screen, List<Screen> asking) {
        return asking.stream().map(Screen::number).toList().indexOf(screen.number());
    }

    private List<Fact> promises(Page page, Campaign campaign) {
        List<Fact> facts = new ArrayList<>();
        organisations.find(campaign.organisation()).ifPresent(asks -> facts.add(asks(page, asks)));
        String use = campaign.useOfAnswers().in(page.locale());
        if (!use.isBlank()) facts.add(Fact.of(page.t("campaigns.player.use"), use));
        LocalDate end = campaign.end();
        String kept = end == null
                ? page.t("campaigns.player.months", campaign.retentionMonths())
                : page.t("campaigns.player.until", page.date(end.plusMonths(campaign.retentionMonths())));
        facts.add(Fact.of(page.t("campaigns.player.retention"), kept));
        if (!campaign.contact().isBlank()) facts.add(Fact.of(page.t("campaigns.player.contact"), campaign.contact()));
        return facts;
    }

    private static Fact asks(Page page, OrganisationRef organisation) {
        return Fact.link(page.t("campaigns.player.asks"), organisation.path(), organisation.name());
    }
}
