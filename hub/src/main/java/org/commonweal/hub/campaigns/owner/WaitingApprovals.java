package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.WaitingShelf;
import org.springframework.stereotype.Component;

/** Campaigns that ask to speak of things, for those who may agree: not for the one who asked. */
@Component
class WaitingApprovals implements WaitingShelf {
    private final Approvals approvals;

    WaitingApprovals(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public List<Waiting> listWaiting(Page page) {
        UUID reader = Actor.requirePerson();
        long number = approvals.listWaiting().stream()
                .filter(campaign -> !approvals.askedBy(campaign, reader))
                .count();
        if (number == 0) return List.of();
        return List.of(new Waiting(number, page.t("campaigns.owner.approvals-unit", number), "/campaigns/approvals"));
    }
}
