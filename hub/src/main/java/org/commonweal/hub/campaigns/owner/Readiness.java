package org.commonweal.hub.campaigns.owner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.Protection;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.xlsform.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a campaign needs before it may open, looked at all at once. */
@Component
class Readiness {
    private final Forms forms;
    private final FormMaking making;
    private final Organisations askers;
    private final ProposedConsent consents;
    private final Clock clock;

    Readiness(Forms forms, FormMaking making, Organisations askers, ProposedConsent consents, Clock clock) {
        this.consents = consents;
        this.askers = askers;
        this.forms = forms;
        this.making = making;
        this.clock = clock;
    }

    List<CheckView.Line> list(Campaign campaign) {
        List<CheckView.Line> lines = new ArrayList<>();
        lines.add(new CheckView.Line(
                "why", !campaign.title().isEmpty() && !campaign.why().isEmpty(), "about"));
        lines.add(new CheckView.Line("who", !campaign.whoCanAnswer().isEmpty(), "about"));
        lines.add(new CheckView.Line("contact", !campaign.contact().isBlank(), "about"));
        boolean refused = askers.findRefusal(campaign.organisation()).isPresent();
        lines.add(new CheckView.Line(
                refused ? "organisation" : "accepted", askers.isAccepted(campaign.organisation()), ""));
        lines.add(new CheckView.Line("closes", !isPast(campaign.closesOn(), campaign), "about"));
        lines.add(new CheckView.Line("use", !campaign.useOfAnswers().isEmpty(), "promise"));
        lines.add(new CheckView.Line("consent", !campaign.consent().isEmpty(), "promise"));
        if (consents.disagrees(campaign)) lines.add(new CheckView.Line("consent-agrees", false, "promise"));
        // Sensors and tables need one as well: it names what is measured, and readings of anything else are refused.
        lines.add(new CheckView.Line("form", forms.findCurrent(campaign.id()).isPresent(), "form"));
        if (campaign.protection().things()) things(campaign, lines);
        return lines;
    }

    boolean isReady(Campaign campaign) {
        return list(campaign).stream().allMatch(CheckView.Line::met);
    }

    boolean isPast(@Nullable LocalDate date, Campaign campaign) {
        return date != null && date.isBefore(LocalDate.ofInstant(clock.instant(), campaign.zone()));
    }

    private void things(Campaign campaign, List<CheckView.Line> lines) {
        Protection protection = campaign.protection();
        lines.add(new CheckView.Line("approval", protection.approved(), ""));
        Optional<Form> form = making.findDrawn(campaign);
        if (form.isEmpty() || protection.subject().isEmpty()) return;
        lines.add(new CheckView.Line("subject", Asked.has(form.get(), protection.subject()), "promise"));
    }
}
