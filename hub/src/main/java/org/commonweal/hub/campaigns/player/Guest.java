package org.commonweal.hub.campaigns.player;

import java.util.HexFormat;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.frame.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers a campaign, or who keeps it and tries its form: then all is as for contributors, but what they
 * finish is shown to them and not sent.
 *
 * @param person null when they are not signed in
 * @param device the secret of their browser's cookie
 * @param tried the version of the form that is tried, null when they answer
 */
record Guest(
        Campaign campaign,
        @Nullable UUID person,
        Secret device,
        @Nullable UUID tried) {
    static Guest answering(Campaign campaign, @Nullable UUID person, Secret device) {
        return new Guest(campaign, person, device, null);
    }

    Guest trying(UUID form) {
        return new Guest(campaign, person, device, form);
    }

    boolean tries() {
        return tried != null;
    }

    /** Where they fill in the form. */
    String path() {
        return campaign.path() + (tries() ? "/try" : "/answer");
    }

    /** Where that ends. */
    String end() {
        return campaign.path() + (tries() ? "/try/end" : "/thanks");
    }

    /**
     * Finds their draft. An account has its own: who signs in on a shared telephone sees nobody else's. Each version that
     * is tried has its own too, for a trial is of what is asked now.
     */
    byte[] draftDigest() {
        return digest(tries() ? "trial " + tried : "draft " + campaign.id());
    }

    /** Tells apart what the browser's script keeps on the device: likewise nobody else's. */
    String shelf() {
        return HexFormat.of().formatHex(digest("shelf " + (tries() ? tried : campaign.id())), 0, 8);
    }

    private byte[] digest(String what) {
        return new Secret(what + " " + (person == null ? "" : person) + " " + device.text()).digest();
    }

    Contributor contributor() {
        return new Contributor("web", null, person, key());
    }

    /** What limits count by, and by which the campaign tells its contributors apart. */
    String key() {
        return person == null ? "device " + device.text() : "account " + person;
    }
}
