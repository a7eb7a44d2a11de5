package org.commonweal.hub.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@Access(Access.Who.ANYONE)
class SignInPages {
    static final Duration WINDOW = Duration.ofMinutes(15);
    // A village may sit behind one address. A link's secret is long enough that guessing needs no tighter limit.
    private static final int LETTERS = 60;
    private static final int LINKS = 1_000;
    private final Pages pages;
    private final SignInLinks links;
    private final Mail mail;
    private final Limits limits;
    private final Rights rights;
    private final Audit audit;
    private final SecurityContextRepository contexts;

    SignInPages(
            Pages pages,
            SignInLinks links,
            Mail mail,
            Limits limits,
            Rights rights,
            Audit audit,
            SecurityContextRepository contexts) {
        this.pages = pages;
        this.links = links;
        this.mail = mail;
        this.limits = limits;
        this.rights = rights;
        this.audit = audit;
        this.contexts = contexts;
    }

    @GetMapping("/sign-in")
    View form(@RequestParam(defaultValue = "/account") String next) {
        return pages.show("accounts/sign-in", new SignInView("", false, local(next), mail.isConfigured()));
    }

    /** Answers the same whether the address is known or not, so that nobody learns who is here. */
    @PostMapping("/sign-in")
    View send(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/account") String next,
            HttpServletRequest request) {
        Optional<EmailAddress> address = EmailAddress.find(email);
        if (address.isEmpty())
            return pages.show("accounts/sign-in", new SignInView(email, true, local(next), mail.isConfigured()));
        limits.require("sign-in from", request.getRemoteAddr(), LETTERS, WINDOW);
        // Silently: a stranger learns nothing, and the one who is flooded is spared.
        if (limits.allows("sign-in to", address.get().text().toLowerCase(), 4, WINDOW))
            mail.send(letter(address.get().text(), links.makeFor(address.get().text()), local(next)));
        return pages.show("accounts/sign-in-sent", new SignInView(email, false, local(next), mail.isConfigured()));
    }

    /** Asks for one more tap: programs that follow links in mail must not use the link up. */
    @GetMapping("/sign-in/{secret}")
    View confirm(@PathVariable String secret, @RequestParam(defaultValue = "/account") String next) {
        if (!links.isOpen(new Secret(secret))) return pages.show("accounts/link-used");
        return pages.show("accounts/sign-in-confirm", new ConfirmView("/sign-in/" + secret, local(next)));
    }

    @PostMapping("/sign-in/{secret}")
    View use(
            @PathVariable String secret,
            @RequestParam(defaultValue = "/account") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.require("link from", request.getRemoteAddr(), LINKS, WINDOW);
        Optional<UUID> person = links.use(new Secret(secret));
        if (person.isEmpty()) return pages.show("accounts/link-used");
        Sessions.begin(person.get(), contexts, request, response);
        audit.note("account.signed-in", new ThingRef("person", person.get()), "by link");
        return new RedirectView(landing(person.get(), local(next)));
    }

    // Who keeps the hub begins where the next steps and what waits for them stand.
    private String landing(UUID person, String next) {
        boolean asked = !next.equals("/account");
        return asked || !rights.has(new Actor(Actor.PERSON, person), "hub.settings", Scope.HUB) ? next : "/";
    }

    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request) {
        Sessions.end(request);
        return new RedirectView("/");
    }

    private Mail.Letter letter(String address, Secret secret, String next) {
        Page page = pages.page();
        String link = page.absolute("/sign-in/" + secret.text()) + (next.equals("/account") ? "" : "?next=" + next);
        return new Mail.Letter(
                address,
                page.t("accounts.mail.subject", page.hub().name()),
                page.t("accounts.mail.text", page.hub().name(), link, SignInLinks.MAILED_FOR.toMinutes()));
    }

    /** Only paths of this hub: a link must not lead a freshly signed-in person elsewhere. */
    private static String local(String next) {
        return next.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? next : "/account";
    }
}
