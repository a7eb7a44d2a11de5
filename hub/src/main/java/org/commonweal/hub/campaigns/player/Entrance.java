package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Lets those in who may answer. Limits count by account or device; by address only new devices, and those generously. */
@Component
class Entrance {
    private static final String EDIT = "campaign.edit";
    private static final String COOKIE = "device";
    // Browsers keep no cookie longer than 400 days.
    private static final Duration COOKIE_AGE = Duration.ofDays(400);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_STEPS = 1_500;
    private static final int MOST_NEW_DEVICES = 500;

    private final Forms forms;
    private final CampaignRights rights;
    private final Limits limits;
    private final Personal personal;

    Entrance(Forms forms, CampaignRights rights, Limits limits, Personal personal) {
        this.forms = forms;
        this.rights = rights;
        this.limits = limits;
        this.personal = personal;
    }

    /** @throws StoppedException when the campaign takes no answers, or none from whoever asks */
    Campaign enter(String address) {
        Campaign campaign = rights.see(address);
        switch (campaign.state()) {
            case DRAFT -> throw new StoppedException(StoppedException.Why.NOT_OPEN, campaign);
            case CLOSED -> throw new StoppedException(StoppedException.Why.CLOSED, campaign);
            case OPEN -> {}
        }
        if (!campaign.anonymous() && Actor.findPerson().isEmpty())
            throw new StoppedException(StoppedException.Why.SIGN_IN, campaign);
        return campaign;
    }

    /**
     * Whoever may change the campaign, to try what it asks now; whether it is open makes no difference.
     *
     * @throws org.commonweal.hub.frame.Refusal (404) of a draft, (403) of any other, for everybody else
     * @throws StoppedException when it has no form
     */
    Guest tryOut(String address, HttpServletRequest request, HttpServletResponse response) {
        Campaign campaign = rights.require(EDIT, address);
        ServedForm form = forms.findCurrent(campaign.id()).orElseThrow(() -> StoppedException.untried(campaign));
        return guest(campaign, request, response).trying(form.id());
    }

    /** Whoever comes back, none when this hub gave this device no cookie yet. */
    Optional<Guest> findGuest(Campaign campaign, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || !cookie.getValue().matches("[A-Za-z0-9_-]{43}[.][A-Za-z0-9_-]{43}"))
            return Optional.empty();
        Secret device = new Secret(cookie.getValue().substring(0, 43));
        // Who invents devices would be as many people as they like.
        if (!MessageDigest.isEqual(bytes(signed(device)), bytes(cookie.getValue()))) return Optional.empty();
        return Optional.of(Guest.answering(campaign, Actor.findPerson().orElse(null), device));
    }

    private String signed(Secret device) {
        byte[] seal = personal.digest("device cookie", device.text());
        return device.text() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whoever comes back or, from now on, will be known again. The first page gives the cookie already: were it the
     * first answer, two of them sent at once would come from two devices.
     */
    Guest guest(Campaign campaign, HttpServletRequest request, HttpServletResponse response) {
        Guest guest = findGuest(campaign, request).orElseGet(() -> {
            limits.require("new device", request.getRemoteAddr(), MOST_NEW_DEVICES, WINDOW);
            return Guest.answering(campaign, Actor.findPerson().orElse(null), Secret.make());
        });
        limits.require("answer step", guest.key(), MOST_STEPS, WINDOW);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, signed(guest.device()))
                .path("/campaigns")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(COOKIE_AGE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return guest;
    }
}
