package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
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

/** Projects: the list, one of them, and the form by which an organisation's editors add and change them. */
@Controller
@Access(Access.Who.ANYONE)
class ProjectPages {
    private final Pages pages;
    private final ListViews lists;
    private final ThingViews things;
    private final FormViews forms;
    private final Organisations organisations;
    private final Projects projects;

    ProjectPages(
            Pages pages,
            ListViews lists,
            ThingViews things,
            FormViews forms,
            Organisations organisations,
            Projects projects) {
        this.pages = pages;
        this.lists = lists;
        this.things = things;
        this.forms = forms;
        this.organisations = organisations;
        this.projects = projects;
    }

    @GetMapping("/projects")
    View list(HttpServletRequest request) {
        return pages.show("directory/list", lists.projects(pages.page(), request.getParameterMap()));
    }

    @GetMapping("/projects/{address}")
    View show(@PathVariable String address) {
        Project found = find(address);
        if (!found.path().endsWith("/" + address)) return Moved.to(found.path());
        return pages.show("directory/thing", things.of(pages.page(), found));
    }

    @GetMapping("/projects/new")
    @Access(Access.Who.SIGNED_IN)
    View add(@RequestParam(defaultValue = "") String organisation) {
        return pages.show("directory/form", forms.newProject(pages.page(), organisation, Draft.EMPTY, Faults.none()));
    }

    @PostMapping("/projects/new")
    @Access(Access.Who.CHECKED_INSIDE)
    View create(@RequestParam(defaultValue = "") String organisation, HttpServletRequest request) {
        OrganisationRef owner = organisations.requireEditor(id(organisation));
        Page page = pages.page();
        if (!organisations.isAccepted(owner.id())) throw Refusal.conflict(page.t("directory.waits.text"));
        Draft draft = Draft.of(request);
        Faults faults = draft.check(page);
        if (faults.any()) return pages.show("directory/form", forms.newProject(page, organisation, draft, faults));
        return new RedirectView(projects.create(owner, draft, page.lang()).path());
    }

    @GetMapping("/projects/{address}/edit")
    @Access(Access.Who.CHECKED_INSIDE)
    View edit(@PathVariable String address) {
        Project found = find(address);
        projects.requireEditor(found);
        Page page = pages.page();
        return pages.show("directory/form", forms.project(page, found, Draft.of(found, page.locale()), Faults.none()));
    }

    @PostMapping("/projects/{address}/edit")
    @Access(Access.Who.CHECKED_INSIDE)
    View save(@PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
        Project found = find(address);
        projects.requireEditor(found);
        Page page = pages.page();
        Draft draft = Draft.of(request);
        Faults faults = draft.check(page);
        Draft saved = Draft.of(found, page.locale());
        boolean overtaken = forms.isOvertaken(page, saved, draft, request.getParameter(Seen.FIELD));
        if (overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            forms.beside(page, saved, draft, faults);
        }
        if (overtaken || faults.any()) return pages.show("directory/form", forms.project(page, found, draft, faults));
        return new RedirectView(projects.save(found, draft, page.lang()).path());
    }

    private Project find(String address) {
        return projects.findByTail(Ids.tailOf(address)).orElseThrow(Refusal::notFound);
    }

    // A stranger is refused alike whether or not there is such an organisation.
    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Refusal.forbidden("");
        }
    }
}
