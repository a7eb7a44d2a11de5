package org.commonweal.hub.campaigns.player;

import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.frame.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers a campaign.
 *
 * @param person null when they are not signed in
 * @param device the secret of their browser's cookie
 */
record Guest(Campaign campaign, @Nullable UUID person, Secret device) {
    /** Finds their draft. An account has its own: who signs in on a shared telephone sees nobody else's. */
    byte[] draftDigest() {
        return new Secret("draft " + campaign.id() + " " + (person == null ? "" : person) + " " + device.text())
                .digest();
    }

    Contributor contributor() {
        return new Contributor("web", null, person, key());
    }

    /** What limits count by, and by which the campaign tells its contributors apart. */
    String key() {
        return person == null ? "device " + device.text() : "account " + person;
    }
}
