package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.QrCode;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Keys for apps and sensors: made, shown once, listed, revoked. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class TokenPages {
    private static final List<String> KINDS = List.of("collect", "device");
    private static final int LONGEST_LABEL = 80;

    private final Pages pages;
    private final Desk desk;
    private final Tokens tokens;
    private final Audit audit;

    TokenPages(Pages pages, Desk desk, Tokens tokens, Audit audit) {
        this.pages = pages;
        this.desk = desk;
        this.tokens = tokens;
        this.audit = audit;
    }

    @GetMapping("/campaigns/{address}/tokens")
    View list(@PathVariable String address) {
        return view(desk.require(address), Faults.none(), null);
    }

    /** Shows the key on the answer itself: it is told once and stored nowhere. */
    @PostMapping("/campaigns/{address}/tokens")
    View make(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String label) {
        Campaign campaign = desk.require(address);
        Checks checks = new Checks(pages.page());
        if (!KINDS.contains(kind)) checks.fault("kind", "unknown", kind);
        checks.words("label", label.strip(), LONGEST_LABEL);
        if (checks.faults().any()) return view(campaign, checks.faults(), null);
        Secret secret = tokens.make(campaign.id(), kind, label.strip());
        audit.note("campaign.token-made", campaign.ref(), kind);
        return view(campaign, Faults.none(), made(campaign, kind, label.strip(), secret));
    }

    @PostMapping("/campaigns/{address}/tokens/{token}/revoke")
    View revoke(@PathVariable String address, @PathVariable UUID token) {
        Campaign campaign = desk.require(address);
        if (tokens.listFor(campaign.id()).stream().noneMatch(one -> one.id().equals(token))) throw Refusal.notFound();
        if (tokens.revoke(campaign.id(), token)) audit.note("campaign.token-revoked", campaign.ref());
        return new RedirectView(campaign.path() + "/tokens");
    }

    private TokensView.Made made(Campaign campaign, String kind, String label, Secret secret) {
        if (kind.equals("device"))
            return new TokensView.Made(
                    kind,
                    label,
                    secret.text(),
                    pages.page().absolute("/api/v1/devices/" + secret.text() + "/readings"),
                    null);
        String server = pages.page().absolute("/openrosa/" + secret.text());
        String settings = CollectSettings.of(server, campaign.title().original());
        return new TokensView.Made(kind, label, secret.text(), server, QrCode.of(settings));
    }

    private View view(Campaign campaign, Faults faults, TokensView.@Nullable Made made) {
        Page page = pages.page();
        List<Choice> kinds = KINDS.stream()
                .map(kind -> new Choice(
                        kind, page.t("campaigns.owner.kind." + kind), page.t("campaigns.owner.kind." + kind + "-help")))
                .toList();
        return pages.show(
                "campaigns/owner/tokens",
                new TokensView(
                        Desk.view(page, campaign, "tokens"), tokens.listFor(campaign.id()), kinds, faults, made));
    }
}
