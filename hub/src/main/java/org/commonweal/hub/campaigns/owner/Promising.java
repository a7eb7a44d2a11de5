package org.commonweal.hub.campaigns.owner;

import org.commonweal.hub.campaigns.Campaign;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a changed promise, with all that hangs on it: who asked for things, and the consent in the served form. */
@Component
class Promising {
    private final Desk desk;
    private final Approvals approvals;
    private final FormMaking forms;

    Promising(Desk desk, Approvals approvals, FormMaking forms) {
        this.desk = desk;
        this.approvals = approvals;
        this.forms = forms;
    }

    @Transactional
    public Campaign save(Campaign before, Campaign after) {
        Campaign saved = desk.save(before, after, "campaign.promise-changed");
        approvals.ask(before, saved);
        if (saved.consentVersion() != before.consentVersion()) forms.remake(saved);
        return saved;
    }
}
