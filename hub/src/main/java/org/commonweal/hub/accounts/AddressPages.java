package org.commonweal.hub.accounts;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where the link leads that was mailed to a new address: whoever asked for it takes the address as theirs. */
@Controller
@Access(Access.Who.ANYONE)
class AddressPages {
    private final Pages pages;
    private final SignInLinks links;
    private final People people;
    private final Mail mail;
    private final Audit audit;

    AddressPages(Pages pages, SignInLinks links, People people, Mail mail, Audit audit) {
        this.pages = pages;
        this.links = links;
        this.people = people;
        this.mail = mail;
        this.audit = audit;
    }

    /** Asks for one more tap, as the link that signs in does. */
    @GetMapping("/account/email/{secret}")
    View ask(@PathVariable String secret) {
        Optional<UUID> asker = links.findAsker(new Secret(secret));
        if (asker.isEmpty()) return pages.show("accounts/link-used");
        return show(secret, asker.equals(Actor.findPerson()), false);
    }

    @PostMapping("/account/email/{secret}")
    @Access(Access.Who.SIGNED_IN)
    @Transactional
    public View take(@PathVariable String secret) {
        UUID person = Actor.requirePerson();
        Optional<String> address = links.useForAddress(new Secret(secret), person);
        if (address.isEmpty()) return ask(secret);
        String before = people.find(person).orElseThrow(Refusal::notFound).email();
        if (!people.setEmail(person, address.get())) return show(secret, true, true);
        audit.note("account.address-changed", new ThingRef(Actor.PERSON, person));
        if (!before.isEmpty() && !before.equalsIgnoreCase(address.get())) tell(before);
        return new RedirectView("/account?done=address");
    }

    private void tell(String before) {
        links.forget(before);
        Page page = pages.page();
        String hub = page.hub().name();
        mail.send(new Mail.Letter(
                before,
                page.t("accounts.mail.old-subject", hub),
                page.t("accounts.mail.old-text", hub, page.absolute("/"))));
    }

    private View show(String secret, boolean theirs, boolean taken) {
        return pages.show("accounts/address", new AddressView("/account/email/" + secret, theirs, taken));
    }
}
