package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Organisations: the list, one of them, and the form that adds and changes them. */
@Controller
@Access(Access.Who.ANYONE)
class OrganisationPages {
    private static final int ADDED_PER_DAY = 10;
    private final Pages pages;
    private final ListViews lists;
    private final ThingViews things;
    private final FormViews forms;
    private final Organisations organisations;
    private final Limits limits;
    private final Rights rights;

    OrganisationPages(
            Pages pages,
            ListViews lists,
            ThingViews things,
            FormViews forms,
            Organisations organisations,
            Limits limits,
            Rights rights) {
        this.pages = pages;
        this.lists = lists;
        this.things = things;
        this.forms = forms;
        this.organisations = organisations;
        this.limits = limits;
        this.rights = rights;
    }

    @GetMapping("/organisations")
    View list(HttpServletRequest request) {
        return pages.show("directory/list", lists.organisations(pages.page(), request.getParameterMap()));
    }

    @GetMapping("/organisations/{address}")
    View show(@PathVariable String address) {
        Organisation found = find(address);
        // Nobody else learns that there is one with this name.
        boolean theirs = rights.has("directory.edit", Scope.organisation(found.id()));
        if (!theirs && !organisations.isAccepted(found.id())) throw Refusal.notFound();
        if (!found.path().endsWith("/" + address)) return Moved.to(found.path());
        return pages.show("directory/thing", things.of(pages.page(), found));
    }

    @GetMapping("/organisations/new")
    @Access(Access.Who.SIGNED_IN)
    View add() {
        return pages.show("directory/form", forms.newOrganisation(pages.page(), Draft.EMPTY, Faults.none()));
    }

    @PostMapping("/organisations/new")
    @Access(Access.Who.SIGNED_IN)
    View create(HttpServletRequest request) {
        Page page = pages.page();
        Draft draft = Draft.of(request);
        Faults faults = draft.check(page);
        if (faults.any()) return pages.show("directory/form", forms.newOrganisation(page, draft, faults));
        limits.require("organisation by", Actor.requirePerson().toString(), ADDED_PER_DAY, Duration.ofDays(1));
        return new RedirectView(organisations.create(draft, page.lang()).path());
    }

    @GetMapping("/organisations/{address}/edit")
    @Access(Access.Who.CHECKED_INSIDE)
    View edit(@PathVariable String address) {
        Organisation found = find(address);
        organisations.requireEditor(found.id());
        Page page = pages.page();
        return pages.show(
                "directory/form", forms.organisation(page, found, Draft.of(found, page.locale()), Faults.none()));
    }

    @PostMapping("/organisations/{address}/edit")
    @Access(Access.Who.CHECKED_INSIDE)
    View save(@PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
        Organisation found = find(address);
        organisations.requireEditor(found.id());
        Page page = pages.page();
        Draft draft = Draft.of(request);
        Faults faults = draft.check(page);
        Draft saved = Draft.of(found, page.locale());
        boolean overtaken = forms.isOvertaken(page, saved, draft, request.getParameter(Seen.FIELD));
        if (overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            forms.beside(page, saved, draft, faults);
        }
        if (overtaken || faults.any())
            return pages.show("directory/form", forms.organisation(page, found, draft, faults));
        return new RedirectView(organisations.save(found, draft, page.lang()).path());
    }

    /** After a refusal: its makers changed what had to change. */
    @PostMapping("/organisations/{address}/ask-again")
    @Access(Access.Who.CHECKED_INSIDE)
    View askAgain(@PathVariable String address) {
        Organisation found = find(address);
        organisations.askAgain(organisations.requireEditor(found.id()));
        return new RedirectView(found.path());
    }

    private Organisation find(String address) {
        return organisations.findByTail(Ids.tailOf(address)).orElseThrow(Refusal::notFound);
    }
}
