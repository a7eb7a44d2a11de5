package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Refusing;
import org.commonweal.xlsform.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where the second person, who has a role on the hub, reads why a campaign wants to speak of things, and agrees or says why not. */
@Controller
@Access(Access.Who.SIGNED_IN)
class ApprovalPages {
    private final Pages pages;
    private final Approvals approvals;
    private final Campaigns campaigns;
    private final Organisations askers;
    private final Desk desk;
    private final Rights rights;

    ApprovalPages(
            Pages pages, Approvals approvals, Campaigns campaigns, Organisations askers, Desk desk, Rights rights) {
        this.pages = pages;
        this.approvals = approvals;
        this.campaigns = campaigns;
        this.askers = askers;
        this.desk = desk;
        this.rights = rights;
    }

    @GetMapping("/campaigns/approvals")
    View list(@RequestParam(defaultValue = "") String done) {
        return list(done.equals("approved") || done.equals("refused") ? done : "", Refusing.NOTHING);
    }

    private View list(String done, Refusing refusing) {
        UUID reader = Actor.requirePerson();
        List<ApprovalsView.Row> rows = approvals.listWaiting().stream()
                .map(campaign -> row(campaign, reader))
                .toList();
        return pages.show("campaigns/owner/approvals", new ApprovalsView(rows, approvals.mayAgree(), done, refusing));
    }

    private ApprovalsView.Row row(Campaign campaign, UUID reader) {
        Optional<Form> form = approvals.findAsked(campaign);
        String language = pages.page().lang();
        return new ApprovalsView.Row(
                campaign,
                askers.find(campaign.organisation()).map(OrganisationRef::name).orElse(""),
                approvals.askedBy(campaign, reader),
                approvals.belongs(campaign, reader),
                form.map(one -> one.identity().title()).orElse(""),
                form.map(one -> Reading.list(one, language)).orElse(List.of()),
                form.map(Reading::listUnasked).orElse(List.of()),
                form.map(Asked::digest).orElse(""));
    }

    @PostMapping("/campaigns/{address}/approve")
    @Access(Access.Who.CHECKED_INSIDE)
    View approve(
            @PathVariable String address,
            @RequestParam String reason,
            @RequestParam String subject,
            @RequestParam String questions) {
        rights.require(Approvals.PROTECT, Scope.HUB);
        Campaign campaign = campaigns.getByAddress(address);
        // A browser sends line ends as two characters, whatever stood in the field.
        approvals.approve(campaign, reason.replace("\r\n", "\n"), subject, questions);
        return new RedirectView("/campaigns/approvals?done=approved");
    }

    @PostMapping("/campaigns/{address}/refuse")
    @Access(Access.Who.CHECKED_INSIDE)
    View refuse(
            @PathVariable String address,
            @RequestParam String reason,
            @RequestParam String subject,
            @RequestParam String questions,
            HttpServletRequest request,
            HttpServletResponse response) {
        rights.require(Approvals.PROTECT, Scope.HUB);
        Campaign campaign = campaigns.getByAddress(address);
        String typed = Objects.requireNonNullElse(request.getParameter(Refusing.field(campaign.id())), "");
        Refusing refusing = Refusing.of(campaign.id(), typed, pages.page().t("frame.refuse.fault", Refusing.LONGEST));
        if (refusing.faults().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list("", refusing);
        }
        approvals.refuse(campaign, reason.replace("\r\n", "\n"), subject, questions, refusing.words());
        return new RedirectView("/campaigns/approvals?done=refused");
    }

    /** After a refusal: those who asked changed what had to change, such as the form. */
    @PostMapping("/campaigns/{address}/ask-again")
    @Access(Access.Who.CHECKED_INSIDE)
    View askAgain(@PathVariable String address) {
        Campaign campaign = desk.require(address);
        approvals.askAgain(campaign);
        return new RedirectView(campaign.path() + "/check");
    }
}
