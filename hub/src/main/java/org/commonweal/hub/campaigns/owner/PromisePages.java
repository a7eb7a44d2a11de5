package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The second step: what happens with the answers, the consent, and whom the figures must not expose. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class PromisePages {
    private static final String TEMPLATE = "campaigns/owner/promise";

    private final Pages pages;
    private final Desk desk;
    private final ProposedConsent consents;
    private final Promising promising;
    private final Campaigns campaigns;
    private final Clock clock;
    private final Approvals approvals;

    PromisePages(
            Pages pages,
            Desk desk,
            ProposedConsent consents,
            Promising promising,
            Campaigns campaigns,
            Clock clock,
            Approvals approvals) {
        this.pages = pages;
        this.desk = desk;
        this.consents = consents;
        this.promising = promising;
        this.campaigns = campaigns;
        this.clock = clock;
        this.approvals = approvals;
    }

    @GetMapping("/campaigns/{address}/promise")
    View edit(@PathVariable String address) {
        Campaign campaign = desk.require(address);
        return show(campaign, drawn(campaign), Faults.none());
    }

    private PromiseForm drawn(Campaign campaign) {
        return PromiseForm.of(consents.follow(campaign)).orConsent(consents.of(campaign));
    }

    @PostMapping("/campaigns/{address}/promise")
    View save(@PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
        Campaign campaign = desk.require(address);
        PromiseForm form = PromiseForm.of(request);
        Faults faults = PromiseCheck.of(pages.page(), form, campaign);
        Seen now = Seen.of(drawn(campaign).fields());
        if (now.isOvertaken(request.getParameter(Seen.FIELD), form.fields())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(campaign, form, now.beside(form.fields(), faults, this::told));
        }
        if (faults.any()) return show(campaign, form, faults);
        int over = campaigns.countOver(form.on(campaign), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (over > 0 && !form.deletes()) {
            String months = pages.page().t("campaigns.owner.fault.deletes", over, Integer.parseInt(form.retention()));
            return show(campaign, form, Faults.none().add("deletes", months));
        }
        promising.save(campaign, consents.follow(form.on(campaign)));
        return new RedirectView(campaign.path() + "/form");
    }

    private String told(String field, String value) {
        return field.equals("unit") ? pages.page().t("campaigns.owner.unit." + value) : value;
    }

    private View show(Campaign campaign, PromiseForm form, Faults faults) {
        Page page = pages.page();
        List<Choice> units = List.of(PromiseForm.PEOPLE, PromiseForm.THINGS).stream()
                .map(unit -> new Choice(
                        unit, page.t("campaigns.owner.unit." + unit), page.t("campaigns.owner.unit." + unit + "-help")))
                .toList();
        return pages.show(
                TEMPLATE,
                new PromiseView(
                        Desk.view(page, campaign, "promise"),
                        Seen.of(drawn(campaign).fields()).digest(),
                        form,
                        faults,
                        units,
                        campaign.openedAt() != null,
                        approvals.findRefusal(campaign).orElse("")));
    }
}
