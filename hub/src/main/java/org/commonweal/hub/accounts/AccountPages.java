package org.commonweal.hub.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A person's own account: what the hub knows of them, to see, change, take along and delete. */
@Controller
@Access(Access.Who.SIGNED_IN)
class AccountPages {
    private static final int LONGEST_NAME = 120;
    private final Pages pages;
    private final People people;
    private final Rights rights;
    private final ScopeNames names;
    private final UserCredentialRepository passkeys;
    private final SignInLinks links;
    private final Mail mail;
    private final Limits limits;
    private final Audit audit;
    private final OwnData ownData;
    private final Leaving leaving;

    AccountPages(
            Pages pages,
            People people,
            Rights rights,
            ScopeNames names,
            UserCredentialRepository passkeys,
            SignInLinks links,
            Mail mail,
            Limits limits,
            Audit audit,
            OwnData ownData,
            Leaving leaving) {
        this.pages = pages;
        this.people = people;
        this.rights = rights;
        this.names = names;
        this.passkeys = passkeys;
        this.links = links;
        this.mail = mail;
        this.limits = limits;
        this.audit = audit;
        this.ownData = ownData;
        this.leaving = leaving;
    }

    @GetMapping("/account")
    View show(@RequestParam(defaultValue = "") String done) {
        return pages.show("accounts/account", view(done, ""));
    }

    @PostMapping("/account/name")
    View rename(@RequestParam(defaultValue = "") String name) {
        if (name.strip().length() > LONGEST_NAME)
            return pages.show("accounts/account", view("", "accounts.name.too-long"));
        people.setName(Actor.requirePerson(), name.strip());
        return new RedirectView("/account?done=name");
    }

    /** The address changes only when its reader follows the link ({@link AddressPages}). */
    @PostMapping("/account/email")
    View readdress(@RequestParam(defaultValue = "") String email) {
        Optional<EmailAddress> address = EmailAddress.find(email);
        if (address.isEmpty()) return pages.show("accounts/account", view("", "accounts.email.invalid"));
        UUID person = Actor.requirePerson();
        limits.require("address of", person.toString(), 5, Duration.ofHours(1));
        Page page = pages.page();
        String link = page.absolute("/account/email/"
                + links.makeForNewAddress(person, address.get().text()).text());
        mail.send(new Mail.Letter(
                address.get().text(),
                page.t("accounts.mail.address-subject", page.hub().name()),
                page.t("accounts.mail.address-text", page.hub().name(), link)));
        return new RedirectView("/account?done=email");
    }

    /** Ends every session of theirs, this one too: a device was lost, or was not theirs. */
    @PostMapping("/account/sign-out-everywhere")
    View signOutEverywhere(HttpServletRequest request) {
        UUID person = Actor.requirePerson();
        audit.note("account.signed-out-everywhere", new ThingRef(Actor.PERSON, person));
        Sessions.end(request);
        people.signOutEverywhere(person);
        return new RedirectView("/sign-in");
    }

    @PostMapping("/account/passkeys/{id}/remove")
    View removePasskey(@PathVariable String id) {
        Bytes credential = Bytes.fromBase64(id);
        boolean own = passkeys.findByUserId(Passkeys.handle(Actor.requirePerson())).stream()
                .anyMatch(passkey -> passkey.getCredentialId().equals(credential));
        if (!own) throw Refusal.notFound();
        passkeys.delete(credential);
        return new RedirectView("/account?done=passkey-removed");
    }

    @GetMapping("/account/download")
    ResponseEntity<Map<String, Object>> download() {
        UUID id = Actor.requirePerson();
        Map<String, Object> all = ownData.of(id);
        audit.note("account.downloaded", new ThingRef(Actor.PERSON, id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("my-account.json"))
                .body(all);
    }

    @GetMapping("/account/delete")
    View askDelete() {
        return pages.show("accounts/delete", deleteView(false));
    }

    @PostMapping("/account/delete")
    View delete(@RequestParam(defaultValue = "") String sure, HttpServletRequest request) {
        UUID person = Actor.requirePerson();
        if (!sure.equals("on") || !leaving.leave(person)) return pages.show("accounts/delete", deleteView(true));
        Sessions.end(request);
        return new RedirectView("/?done=deleted");
    }

    private DeleteView deleteView(boolean unsure) {
        UUID person = Actor.requirePerson();
        boolean last = !rights.listHeldAlone(person, Set.of(Leaving.ADMINISTRATOR), Scope.HUB.kind())
                .isEmpty();
        List<Scope> kept = rights.listHeldAlone(person, OrganisationPeoplePages.KEEPERS, "organisation");
        return new DeleteView(last, List.copyOf(names.listNames(kept).values()), unsure);
    }

    private AccountView view(String done, String error) {
        UUID id = Actor.requirePerson();
        List<Rights.Grant> grants = rights.listFor(new Actor(Actor.PERSON, id));
        return new AccountView(
                people.find(id).orElseThrow(Refusal::notFound),
                grants,
                names.listNames(grants.stream().map(Rights.Grant::scope).toList()),
                ownData.passkeys(id),
                mail.isConfigured(),
                rights.has("hub.mail", Scope.HUB),
                done,
                error);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
