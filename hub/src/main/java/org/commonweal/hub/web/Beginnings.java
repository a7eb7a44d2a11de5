package org.commonweal.hub.web;

import java.util.List;
import org.commonweal.hub.accounts.People;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.WaitingShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a new hub has come and what waits, for whoever keeps it. */
@Component
class Beginnings {
    private final Settings settings;
    private final Organisations organisations;
    private final Campaigns campaigns;
    private final Mail mail;
    private final People people;
    private final List<WaitingShelf> shelves;

    Beginnings(
            Settings settings,
            Organisations organisations,
            Campaigns campaigns,
            Mail mail,
            People people,
            List<WaitingShelf> shelves) {
        this.settings = settings;
        this.organisations = organisations;
        this.campaigns = campaigns;
        this.mail = mail;
        this.people = people;
        this.shelves = shelves;
    }

    /** @return null for everybody else, and once there is an organisation and a campaign, if only a draft */
    HomeView.@Nullable Beginning find(Page page) {
        Page.Viewer viewer = page.viewer();
        if (viewer == null || !viewer.keepsHub()) return null;
        boolean organisation = !organisations.listWhere("directory.edit", 1).isEmpty();
        boolean campaign = !campaigns.listNewest(1).isEmpty();
        if (organisation && campaign) return null;
        return new HomeView.Beginning(
                noReturn(), settings.find(Settings.NAME).isPresent(), organisation, campaign, mail.isConfigured());
    }

    /** @param begun whether the first steps, which tell the same of mail and of coming back, are not shown */
    HomeView.Desk desk(Page page, boolean begun) {
        Page.Viewer viewer = page.viewer();
        if (viewer == null) return HomeView.Desk.EMPTY;
        List<WaitingShelf.Waiting> waiting = shelves.stream()
                .flatMap(shelf -> shelf.listWaiting(page).stream())
                .toList();
        boolean keeps = viewer.keepsHub() && begun;
        return new HomeView.Desk(waiting, keeps && !mail.isConfigured(), keeps && noReturn());
    }

    private boolean noReturn() {
        return Actor.findPerson().filter(person -> !people.canReturn(person)).isPresent();
    }
}
