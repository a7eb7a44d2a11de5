package org.commonweal.hub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.owner.CampaignSteps;
import org.commonweal.hub.campaigns.review.Decisions;
import org.commonweal.hub.campaigns.review.Decisions.Verb;
import org.commonweal.hub.campaigns.review.Withdrawal;
import org.springframework.stereotype.Component;

/** What two reviewers decide: most is approved, some rejected or asked back with words, the newest waits. */
@Component
class Reviews {
    private static final int WAITING = 14;
    private final Decisions decisions;
    private final Withdrawal withdrawal;
    private final CampaignSteps steps;

    Reviews(Decisions decisions, Withdrawal withdrawal, CampaignSteps steps) {
        this.decisions = decisions;
        this.withdrawal = withdrawal;
        this.steps = steps;
    }

    void decide(Troupe.Cast cast, Calls.Open open, Answers.Given given) {
        Troupe.as(cast.second(), () -> {
            taps(open.taps(), given);
            decisions.approveWaiting(open.air().id());
            return null;
        });
        Troupe.as(cast.stops(), () -> {
            Campaign stops = open.stops();
            reject(
                    stops,
                    ids(given.stops().subList(20, 23)),
                    "This came three times from the same minute. We kept one.");
            decisions.approveWaiting(stops.id());
            return steps.close(stops);
        });
    }

    private void taps(Campaign taps, Answers.Given given) {
        List<Answers.Sent> sent = given.taps();
        ask(taps, List.of(given.asked().id()), "Thank you. Is this the tap at the school, or the one by the road?");
        ask(
                taps,
                ids(sent.subList(sent.size() - 30, sent.size() - 28)),
                "You wrote 0 dry days and «dry». Which is it?");
        List<UUID> offshore = ids(sent.stream().filter(Answers.Sent::offshore).toList());
        if (!offshore.isEmpty()) reject(taps, offshore, "The point lies in the sea, so we can't tell which tap it is.");
        reject(taps, ids(sent.subList(40, 43)), "The same report came twice. We kept the first.");
        // Withdrawn by those who sent them: the bare fact stays.
        withdrawal.withdraw(sent.get(60).id());
        withdrawal.withdraw(sent.get(120).id());
        decisions.decide(
                Verb.APPROVE, taps.id(), List.of(given.approved().id()), "Thank you. We passed by and saw the same.");
        LocalDate last = sent.getLast().day().minusDays(WAITING);
        decisions.decide(
                Verb.APPROVE,
                taps.id(),
                ids(undecided(given, offshore).stream()
                        .filter(one -> one.day().isBefore(last))
                        .toList()),
                "");
    }

    private static List<Answers.Sent> undecided(Answers.Given given, List<UUID> offshore) {
        List<Answers.Sent> sent = given.taps();
        List<UUID> decided = new ArrayList<>(offshore);
        decided.addAll(ids(sent.subList(40, 43)));
        decided.addAll(
                List.of(sent.get(60).id(), sent.get(120).id(), given.approved().id()));
        return sent.stream().filter(one -> !decided.contains(one.id())).toList();
    }

    private void reject(Campaign campaign, List<UUID> chosen, String why) {
        decisions.decide(Verb.REJECT, campaign.id(), chosen, why);
    }

    private void ask(Campaign campaign, List<UUID> chosen, String question) {
        decisions.decide(Verb.ASK, campaign.id(), chosen, question);
    }

    private static List<UUID> ids(List<Answers.Sent> sent) {
        return sent.stream().map(Answers.Sent::id).toList();
    }
}
