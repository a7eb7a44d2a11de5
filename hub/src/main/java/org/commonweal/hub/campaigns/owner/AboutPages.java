package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The first step: a new campaign, or what one is about. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class AboutPages {
    private static final String TEMPLATE = "campaigns/owner/about";
    private static final int MADE_PER_DAY = 50;

    private final Pages pages;
    private final Desk desk;
    private final Organisations askers;
    private final Rights rights;
    private final AboutViews views;
    private final Limits limits;
    private final ProposedConsent consents;
    private final Promising promising;
    private final Clock clock;

    AboutPages(
            Pages pages,
            Desk desk,
            Organisations askers,
            Rights rights,
            AboutViews views,
            Limits limits,
            ProposedConsent consents,
            Promising promising,
            Clock clock) {
        this.consents = consents;
        this.promising = promising;
        this.pages = pages;
        this.desk = desk;
        this.askers = askers;
        this.rights = rights;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/campaigns/new")
    @Access(Access.Who.SIGNED_IN)
    View begin(@RequestParam(defaultValue = "") String organisation) {
        Page page = pages.page();
        return pages.show(TEMPLATE, views.fresh(page, AboutForm.blank(organisation, page.lang()), Faults.none()));
    }

    @PostMapping("/campaigns/new")
    @Access(Access.Who.SIGNED_IN)
    View make(HttpServletRequest request) {
        Page page = pages.page();
        AboutForm form = AboutForm.of(request, clock.instant());
        Campaign blank = Campaign.draft(new UUID(0, 0), form.knownLanguage(), clock.instant());
        Faults faults = AboutCheck.of(page, form, blank, clock);
        Optional<UUID> asker = findAsker(form.organisation());
        if (asker.isEmpty()) faults.add("organisation", page.t("campaigns.owner.fault.asker"));
        if (faults.any()) return pages.show(TEMPLATE, views.fresh(page, form, faults));
        limits.require("campaign by", Actor.requirePerson().toString(), MADE_PER_DAY, Duration.ofDays(1));
        Campaign draft = Campaign.draft(asker.orElseThrow(), form.knownLanguage(), clock.instant());
        Campaign made = desk.make(form.on(draft));
        return new RedirectView(made.path() + "/promise");
    }

    // Asked of the rights and not of the list shown, which ends somewhere on a hub with thousands.
    private Optional<UUID> findAsker(String typed) {
        if (!typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return Optional.empty();
        return askers.find(UUID.fromString(typed))
                .map(OrganisationRef::id)
                .filter(id -> rights.has(Desk.EDIT, Scope.organisation(id)));
    }

    // A last day changes how long answers are kept, and so what the consent says of it.
    private Campaign followed(Campaign saved) {
        Campaign followed = consents.follow(saved);
        return followed.equals(saved) ? saved : promising.save(saved, followed);
    }

    @GetMapping("/campaigns/{address}/about")
    View edit(@PathVariable String address) {
        Campaign campaign = desk.require(address);
        return pages.show(TEMPLATE, views.of(pages.page(), campaign, AboutForm.of(campaign), Faults.none()));
    }

    @PostMapping("/campaigns/{address}/about")
    View save(@PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
        Campaign campaign = desk.require(address);
        AboutForm form = AboutForm.of(request, campaign, clock.instant());
        Faults faults = AboutCheck.of(pages.page(), form, campaign, clock);
        String seen = request.getParameter(Seen.FIELD);
        if (Seen.of(AboutForm.of(campaign).fields()).isOvertaken(seen, form.fields())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.show(TEMPLATE, views.overtaken(pages.page(), campaign, form, faults));
        }
        if (faults.any()) return pages.show(TEMPLATE, views.of(pages.page(), campaign, form, faults));
        Campaign saved = followed(desk.save(campaign, form.on(campaign), "campaign.changed"));
        return new RedirectView(saved.path() + "/promise");
    }
}
