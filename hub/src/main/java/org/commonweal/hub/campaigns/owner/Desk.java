package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.player.DraftStore;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.look.Tab;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all pages of an owner share: who may come in, what is kept with every change, the steps on top. */
@Component
class Desk {
    static final String EDIT = "campaign.edit";
    static final int MOST_ASKERS = 500;

    private final Campaigns campaigns;
    private final DraftStore tried;
    private final Organisations askers;
    private final CampaignRights rights;
    private final Links links;
    private final Audit audit;

    Desk(Campaigns campaigns, DraftStore tried, Organisations askers, CampaignRights rights, Links links, Audit audit) {
        this.campaigns = campaigns;
        this.tried = tried;
        this.askers = askers;
        this.rights = rights;
        this.links = links;
        this.audit = audit;
    }

    /**
     * The campaign of an address, for whoever may change it.
     *
     * @throws Refusal for everybody else: 404 when there is none or it is a draft, else 403
     */
    Campaign require(String address) {
        return rights.require(EDIT, address);
    }

    /**
     * Keeps a new campaign.
     *
     * @throws Refusal (404) when its organisation was deleted meanwhile
     */
    @Transactional
    public Campaign make(Campaign drawn) {
        askers.getHeld(drawn.organisation());
        return save(drawn, "campaign.made");
    }

    /**
     * Keeps a change, and a note that it happened. A campaign is written as a whole, so that what another page saved at this
     * moment would be undone.
     *
     * @param before as it was read
     * @throws Refusal (409) when somebody changed it since
     */
    @Transactional
    public Campaign save(Campaign before, Campaign after, String action) {
        campaigns.requireUnchanged(before);
        return save(after, action);
    }

    private Campaign save(Campaign campaign, String action) {
        campaigns.save(campaign);
        audit.note(action, campaign.ref());
        return announced(campaigns.get(campaign.id()));
    }

    @Transactional
    public Campaign move(Campaign campaign, Campaign.State state, String action) {
        campaigns.setState(campaign.id(), state);
        audit.note(action, campaign.ref());
        return announced(campaigns.get(campaign.id()));
    }

    /** @throws Refusal (409) when it is no draft any more, or something came in */
    @Transactional
    public void delete(Campaign draft) {
        tried.removeAllOf(draft.id());
        if (!campaigns.deleteDraft(draft.id())) throw notDeletable();
        links.removeFrom(draft.ref());
        audit.note("campaign.deleted", draft.ref());
    }

    static Refusal notDeletable() {
        return Refusal.conflict(
                "Only a draft that never opened can be deleted. Close this campaign instead: what people"
                        + " sent goes on its last day, as they were promised.");
    }

    // The organisation's page names its campaigns by this link; of a draft the public learns nothing.
    private Campaign announced(Campaign campaign) {
        if (campaign.state() != Campaign.State.DRAFT)
            links.put(
                    campaign.ref(),
                    "asked-by",
                    new ThingRef("organisation", campaign.organisation()),
                    campaign.path(),
                    campaign.title().original());
        return campaign;
    }

    static DeskView view(Page page, Campaign campaign, String present) {
        List<Tab> steps = List.of("about", "promise", "form", "check", "tokens").stream()
                .map(step -> new Tab(
                        campaign.path() + "/" + step, page.t("campaigns.owner.step." + step), step.equals(present)))
                .toList();
        String title = campaign.title().in(page.locale());
        return new DeskView(campaign, title, campaign.path() + "/" + present, steps);
    }
}
