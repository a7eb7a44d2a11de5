package org.commonweal.hub.campaigns.board;

import java.time.LocalDate;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.places.Countries;

/** A public campaign with whose it is, as lists need it. */
record PublicCampaign(Campaign campaign, OrganisationRef asker) {

    /** Its place in words: what the owner wrote, else the country. */
    static String place(Page page, Campaign campaign) {
        String country = Countries.find(campaign.place().country())
                .map(found -> found.name(page.locale()))
                .orElse("");
        String words = campaign.place().words();
        if (words.isEmpty()) return country;
        return country.isEmpty() || words.contains(country) ? words : words + " · " + country;
    }

    static String until(Page page, Campaign campaign) {
        LocalDate last = campaign.closesOn();
        return campaign.isOpen() && last != null ? page.t("campaigns.board.until", page.date(last)) : "";
    }
}
