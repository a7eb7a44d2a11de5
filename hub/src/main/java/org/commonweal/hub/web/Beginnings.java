package org.commonweal.hub.web;

import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a new hub has come, for whoever keeps it. */
@Component
class Beginnings {
    private final Settings settings;
    private final Organisations organisations;
    private final Campaigns campaigns;
    private final Mail mail;

    Beginnings(Settings settings, Organisations organisations, Campaigns campaigns, Mail mail) {
        this.settings = settings;
        this.organisations = organisations;
        this.campaigns = campaigns;
        this.mail = mail;
    }

    /** @return null for everybody else, and once there is an organisation and a campaign, if only a draft */
    HomeView.@Nullable Beginning find(Page page) {
        Page.Viewer viewer = page.viewer();
        if (viewer == null || !viewer.keepsHub()) return null;
        boolean organisation = !organisations.listWhere("directory.edit", 1).isEmpty();
        boolean campaign = !campaigns.listNewest(1).isEmpty();
        if (organisation && campaign) return null;
        return new HomeView.Beginning(
                settings.find(Settings.NAME).isPresent(), organisation, campaign, mail.isConfigured());
    }
}
