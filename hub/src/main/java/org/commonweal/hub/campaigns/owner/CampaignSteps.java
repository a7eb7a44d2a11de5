package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of making a campaign for who has no form to fill in: each keeps, notes and refuses what its page does. Who may
 * is the caller's to check; whoever acts must be signed in.
 *
 * <p>Example: {@code Campaign kept = steps.keep(drawn); steps.ask(kept, sheet); steps.open(kept)}.
 */
@Component
public class CampaignSteps {
    private final Campaigns campaigns;
    private final Desk desk;
    private final Promising promising;
    private final FormMaking forms;
    private final Approvals approvals;
    private final Readiness readiness;

    CampaignSteps(
            Campaigns campaigns,
            Desk desk,
            Promising promising,
            FormMaking forms,
            Approvals approvals,
            Readiness readiness) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.promising = promising;
        this.forms = forms;
        this.approvals = approvals;
        this.readiness = readiness;
    }

    /** Keeps a new campaign with what it is about and what it promises. */
    @Transactional
    public Campaign keep(Campaign drawn) {
        Campaign blank = Campaign.draft(drawn.organisation(), drawn.title().source(), drawn.createdAt());
        Campaign made = desk.make(drawn.with(blank.promise()));
        return promising.save(made, made.with(drawn.promise()));
    }

    /**
     * Gives it a form.
     *
     * @param sheet an .xlsx
     * @throws Refusal (400) with all faults of the sheet
     */
    @Transactional
    public void ask(Campaign campaign, byte[] sheet) {
        XlsForm.Result read = FormMaking.read(sheet, "form.xlsx");
        if (read.form().isEmpty())
            throw Refusal.invalid(read.listErrors().stream().map(Fault::message).collect(Collectors.joining("\n")));
        forms.make(campaign, read.getForm(), sheet);
    }

    /** The second person's word that its figures speak of things, as {@link Approvals#approve}. */
    @Transactional
    public void approve(Campaign campaign) {
        Campaign.Protection asked = campaign.protection();
        String questions = approvals.findAsked(campaign).map(Asked::digest).orElse("");
        approvals.approve(campaign, asked.reason(), asked.subject(), questions);
    }

    /** @throws Refusal (409) naming what is missing yet */
    @Transactional
    public Campaign open(Campaign campaign) {
        Campaign now = campaigns.get(campaign.id());
        List<String> missing = readiness.list(now).stream()
                .filter(line -> !line.met())
                .map(CheckView.Line::key)
                .toList();
        if (!missing.isEmpty()) throw Refusal.conflict("This campaign can't open yet. Missing: " + missing);
        return desk.move(now, Campaign.State.OPEN, "campaign.opened");
    }

    public Campaign close(Campaign campaign) {
        return desk.move(campaign, Campaign.State.CLOSED, "campaign.closed");
    }
}
