package org.commonweal.hub.campaigns.board;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.QrCode;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.directory.Topics;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Panel;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Chip;
import org.commonweal.hub.frame.look.State;
import org.commonweal.hub.frame.look.Step;
import org.springframework.stereotype.Component;

/** Makes the view of a campaign's page. */
@Component
class CampaignViews {
    static final String EDIT = "campaign.edit";
    private static final String REVIEW = "campaign.review";

    private final Forms forms;
    private final Organisations organisations;
    private final Topics topics;
    private final Links links;
    private final Rights rights;
    private final Tallies tallies;
    private final Promise promise;
    private final List<Panel> panels;

    CampaignViews(
            Forms forms,
            Organisations organisations,
            Topics topics,
            Links links,
            Rights rights,
            Tallies tallies,
            Promise promise,
            List<Panel> panels) {
        this.forms = forms;
        this.organisations = organisations;
        this.topics = topics;
        this.links = links;
        this.rights = rights;
        this.tallies = tallies;
        this.promise = promise;
        this.panels = panels;
    }

    CampaignView of(Page page, Campaign campaign) {
        OrganisationRef asker = organisations.get(campaign.organisation());
        Tally tally = tallies.get(campaign);
        String address = page.absolute(campaign.path());
        return new CampaignView(
                call(page, campaign, asker),
                State.valueOf(campaign.state().name()),
                stateTold(page, campaign),
                campaign.path(),
                answer(campaign),
                promise.steps(page, campaign, asker.name()),
                TallyDrawing.figure(page, campaign, tally),
                TallyDrawing.map(page, campaign, tally),
                came(campaign),
                promise.facts(page, campaign, asker.name()),
                topics.list(page.locale(), campaign.topics()).stream()
                        .map(topic -> new Chip(topic.name(page.locale()), topic.path()))
                        .toList(),
                address,
                QrCode.of(address),
                panels.stream()
                        .flatMap(panel -> panel.show(page, campaign.ref()).stream())
                        .toList(),
                rights.has(EDIT, campaign.scope()) ? campaign.path() + "/about" : "",
                rights.has(REVIEW, campaign.scope()) ? campaign.path() + "/review" : "");
    }

    static CampaignView.Call call(Page page, Campaign campaign, OrganisationRef asker) {
        return new CampaignView.Call(
                campaign.title().in(page.locale()),
                campaign.why().in(page.locale()).lines().toList(),
                asker.name(),
                asker.path(),
                PublicCampaign.place(page, campaign),
                campaign.minutes(),
                PublicCampaign.until(page, campaign));
    }

    private String answer(Campaign campaign) {
        boolean asks = campaign.isOpen() && forms.findCurrent(campaign.id()).isPresent();
        return asks ? campaign.path() + "/answer" : "";
    }

    private static String stateTold(Page page, Campaign campaign) {
        if (campaign.state() == Campaign.State.CLOSED && campaign.closedAt() != null)
            return page.t("campaigns.board.closed-on", page.date(campaign.closedAt()));
        return campaign.openedAt() == null ? "" : page.t("campaigns.board.opened-on", page.date(campaign.openedAt()));
    }

    // Findings stand under «understand», missions and what else is done under «act».
    private List<ChainLink> came(Campaign campaign) {
        return links.listTo(campaign.ref()).stream()
                .map(link -> new ChainLink(
                        link.from().kind().equals("finding") ? Step.UNDERSTAND : Step.ACT, link.path(), link.title()))
                .toList();
    }
}
