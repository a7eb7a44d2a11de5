package org.commonweal.hub.campaigns.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Fact;
import org.springframework.stereotype.Component;

/** What contributors are promised, in words: what happens with their answers, who looks at them, what is never told. */
@Component
class Promise {
    private static final List<String> LOOK_AT_ANSWERS = List.of("reviewer", "editor");

    private final Rights rights;

    Promise(Rights rights) {
        this.rights = rights;
    }

    List<String> steps(Page page, Campaign campaign, String asker) {
        return List.of(
                page.t("campaigns.board.becomes.read", asker),
                campaign.useOfAnswers().in(page.locale()),
                kept(page, campaign));
    }

    private static String kept(Page page, Campaign campaign) {
        LocalDate end = campaign.end();
        return end == null
                ? page.t("campaigns.board.becomes.kept-months", campaign.retentionMonths())
                : page.t("campaigns.board.becomes.kept", page.date(end.plusMonths(campaign.retentionMonths())));
    }

    List<Fact> facts(Page page, Campaign campaign, String asker) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(page.t("campaigns.board.who"), campaign.whoCanAnswer().in(page.locale())));
        facts.add(Fact.of(page.t("campaigns.board.reviewers"), reviewers(page, campaign, asker)));
        facts.add(Fact.of(
                page.t("campaigns.board.protection"),
                protection(page, campaign.protection().inForce())));
        facts.add(contact(page, campaign.contact()));
        return facts;
    }

    private String reviewers(Page page, Campaign campaign, String asker) {
        long own = count(campaign.scope());
        return own > 0
                ? page.t("campaigns.board.reviewers-own", own, asker)
                : page.t("campaigns.board.reviewers-hub", asker);
    }

    private long count(Scope scope) {
        Set<UUID> persons = new HashSet<>();
        LOOK_AT_ANSWERS.forEach(role -> persons.addAll(rights.listPersons(role, scope)));
        return persons.size();
    }

    private static String protection(Page page, Campaign.Protection protection) {
        return protection.things()
                ? page.t("campaigns.board.protection-things", protection.reason())
                : page.t("campaigns.board.protection-people", protection.threshold());
    }

    private static Fact contact(Page page, String contact) {
        String term = page.t("campaigns.board.contact");
        if (EmailAddress.find(contact).isPresent()) return Fact.link(term, "mailto:" + contact, contact);
        if (contact.matches("https://[^\\s\"<>]+")) return Fact.link(term, contact, contact);
        return Fact.of(term, contact);
    }
}
