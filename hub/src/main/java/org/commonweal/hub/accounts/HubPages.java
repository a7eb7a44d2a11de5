package org.commonweal.hub.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What administrators keep: the hub's name, its people and their roles, invitations, the outbox, the audit trail. */
@Controller
@Access(permission = "hub.settings")
class HubPages {
    private static final Set<String> ROLES = Set.of("administrator", "editor", "reviewer", "auditor", "member");
    private static final int PER_PAGE = 50;

    /** Far beyond what any hub has; what lies before it can be counted in an int. */
    private static final int LAST_PAGE = 1_000_000;

    // Control characters, and those that turn the direction of what follows in a page's title.
    private static final Pattern TURNS = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final int LONGEST_NAME = 80;
    private final Pages pages;
    private final Settings settings;
    private final People people;
    private final Rights rights;
    private final ScopeNames names;
    private final Invitations invitations;
    private final Mail mail;
    private final Audit audit;
    private final Trail trail;

    HubPages(
            Pages pages,
            Settings settings,
            People people,
            Rights rights,
            ScopeNames names,
            Invitations invitations,
            Mail mail,
            Audit audit,
            Trail trail) {
        this.pages = pages;
        this.settings = settings;
        this.people = people;
        this.rights = rights;
        this.names = names;
        this.invitations = invitations;
        this.mail = mail;
        this.audit = audit;
        this.trail = trail;
    }

    @GetMapping("/hub")
    View show(@RequestParam(defaultValue = "") String done) {
        return show(settings.hubName().name(), Faults.none(), done);
    }

    private View show(String name, Faults faults, String done) {
        return pages.show(
                "accounts/hub",
                new HubView(
                        name,
                        faults,
                        settings.publicUrl(),
                        settings.findPublicUrl().isPresent(),
                        mail.isConfigured(),
                        mail.isConfigured() ? mail.findFault().orElse("") : "",
                        done));
    }

    @PostMapping("/hub")
    View rename(@RequestParam(defaultValue = "") String name, HttpServletResponse response) {
        String typed = TURNS.matcher(name).replaceAll("").strip();
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    name,
                    Faults.none().add("name", pages.page().t("accounts.hub.name-fault", LONGEST_NAME, typed.length())),
                    "");
        }
        settings.put(Settings.NAME, typed);
        audit.note("hub.renamed", new ThingRef("hub", Scope.HUB.id()));
        return new RedirectView("/hub?done=name");
    }

    @GetMapping("/hub/people")
    View people(@RequestParam(defaultValue = "0") int page) {
        int shown = Math.clamp(page, 0, LAST_PAGE);
        List<People.Person> found = people.list(PER_PAGE + 1, shown * PER_PAGE);
        Map<UUID, List<Rights.Grant>> grants =
                rights.listForPersons(found.stream().map(People.Person::id).toList());
        List<PeopleView.Row> rows = found.stream()
                .limit(PER_PAGE)
                .map(person -> new PeopleView.Row(person, grants.getOrDefault(person.id(), List.of())))
                .toList();
        return pages.show(
                "accounts/people",
                new PeopleView(rows, names.listNames(scopes(grants)), shown, found.size() > PER_PAGE, ROLES));
    }

    private static List<Scope> scopes(Map<UUID, List<Rights.Grant>> grants) {
        return grants.values().stream()
                .flatMap(List::stream)
                .map(Rights.Grant::scope)
                .toList();
    }

    @PostMapping("/hub/people/{id}/grant")
    View grant(@PathVariable UUID id, @RequestParam String role) {
        if (!ROLES.contains(role) || !people.exists(id)) throw Refusal.notFound();
        rights.grant(new Actor(Actor.PERSON, id), role, Scope.HUB);
        return new RedirectView("/hub/people");
    }

    @PostMapping("/hub/people/{id}/revoke")
    View revoke(@PathVariable UUID id, @RequestParam UUID grant) {
        Rights.Grant held = rights.listFor(new Actor(Actor.PERSON, id)).stream()
                .filter(one -> one.id().equals(grant))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        boolean administers =
                held.role().equals("administrator") && held.scope().equals(Scope.HUB);
        if (!administers) rights.revoke(grant);
        else if (!rights.revokeUnlessLast(held, Set.of(held.role())))
            throw Refusal.conflict("A hub needs an administrator. Make another person one first.");
        return new RedirectView("/hub/people");
    }

    @GetMapping("/hub/invitations")
    @Access(permission = "hub.invite")
    View invitations() {
        return showInvitations("", "");
    }

    /** Shows the link on the answer itself: it is told once and stored nowhere. */
    @PostMapping("/hub/invitations")
    @Access(permission = "hub.invite")
    View invite(@RequestParam String role, @RequestParam(defaultValue = "") String note) {
        if (!ROLES.contains(role)) throw Refusal.invalid("There is no role " + role + ".");
        return showInvitations(pages.page().absolute(invitations.make(role, Scope.HUB, note)), role);
    }

    private View showInvitations(String newLink, String newRole) {
        return pages.show(
                "accounts/invitations",
                new InvitationsView("/hub/invitations", invitations.listFor(Scope.HUB), ROLES, newLink, newRole));
    }

    @PostMapping("/hub/invitations/{id}/revoke")
    @Access(permission = "hub.invite")
    View revokeInvitation(@PathVariable UUID id) {
        invitations.revoke(id, Scope.HUB);
        return new RedirectView("/hub/invitations");
    }

    @GetMapping("/hub/outbox")
    @Access(permission = "hub.mail")
    View outbox() {
        return pages.show("accounts/outbox", new OutboxView(mail.listNewest(PER_PAGE), mail.isConfigured()));
    }

    @GetMapping("/hub/audit")
    @Access(permission = "hub.audit")
    View audit(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        AuditQuery query = new AuditQuery(action, about, from, until);
        return pages.show("accounts/audit", trail.view(pages.page(), before, query));
    }

    @GetMapping("/hub/audit.csv")
    @Access(permission = "hub.audit")
    void auditCsv(
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until)
            throws IOException {
        AuditQuery query = new AuditQuery(action, about, from, until);
        Faults faults = trail.faults(pages.page(), query);
        if (faults.any()) throw Refusal.invalid(faults.all().getFirst().message());
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (Csv csv = Csv.to(response.getWriter())) {
            csv.writeRecord("number", "at", "actor", "action", "thing", "detail");
            audit.forEach(
                    query.wanted(),
                    line -> csv.writeRecord(
                            Long.toString(line.number()),
                            line.at().toString(),
                            line.actor(),
                            line.action(),
                            line.thing(),
                            line.detail()));
        }
    }
}
