package org.commonweal.hub.campaigns.player;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Faults;

/**
 * What somebody sees who has answered.
 *
 * @param link the private address at which they see what becomes of it
 * @param email as typed
 * @param shelf of what they sent, for the script to forget
 * @param noted whether an address to be told at is kept
 */
public record ThanksView(
        Campaign campaign, String title, String link, String shelf, String email, Faults faults, boolean noted) {
    public String path() {
        return campaign.path() + "/thanks";
    }

    /** Minutes after which this page is gone from the device. */
    public long minutes() {
        return Draft.LINK_SHOWN.toMinutes();
    }

    public String again() {
        return campaign.path() + "/answer";
    }
}
