package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.accounts.People;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of one submission. */
@Component
class OneViews {
    private final Columns columns;
    private final Submissions submissions;
    private final Consented consented;
    private final People people;
    private final ReviewMap map;

    OneViews(Columns columns, Submissions submissions, Consented consented, People people, ReviewMap map) {
        this.columns = columns;
        this.submissions = submissions;
        this.consented = consented;
        this.people = people;
        this.map = map;
    }

    OneView of(Page page, Campaign campaign, Submission submission, Deciding deciding, TableView.@Nullable Done done) {
        UUID id = submission.id();
        return new OneView(
                campaign,
                submission,
                consented.carries(submission, campaign.id()),
                columns.listFor(campaign.id(), page.lang()),
                submissions.listAttachments(id),
                history(page, id),
                map.draw(page, campaign, List.of(submission)),
                address(campaign, submissions.findVersion(id, false)),
                address(campaign, submissions.findVersion(id, true)),
                address(campaign, submissions.findWaiting(campaign.id(), id)),
                deciding,
                done);
    }

    private static String address(Campaign campaign, Optional<UUID> submission) {
        return submission.map(id -> campaign.path() + "/review/" + id).orElse("");
    }

    private List<HistoryStep> history(Page page, UUID submission) {
        return submissions.listHistory(submission).stream()
                .map(step -> new HistoryStep(step.at(), who(page, step.actor()), step.verb(), step.note()))
                .toList();
    }

    private String who(Page page, String actor) {
        if (actor.equals("contributor")) return page.t("campaigns.review.contributor");
        return Optional.of(actor)
                .filter(name -> name.startsWith(Actor.PERSON + ":"))
                .flatMap(name -> people.find(ThingRef.parse(name).id()))
                .map(People.Person::callName)
                .orElse("");
    }
}
