package org.commonweal.hub.campaigns.owner;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.places.Countries;

/** What is wrong with the first step, all at once. */
final class AboutCheck {
    static final int TITLE = 120;
    static final int LINES = 3;
    static final int WORDS = 600;
    private static final int CONTACT = 200;

    private AboutCheck() {}

    /**
     * @param campaign as it is so far: a draft may say later who can answer and whom they ask, for the check before it
     *     opens tells that; a closed one keeps a closing date that has passed
     */
    static Faults of(Page page, AboutForm form, Campaign campaign, Clock clock) {
        Checks checks = new Checks(page);
        checks.words("title", form.title(), TITLE);
        checks.words("why", form.why(), WORDS);
        if (form.why().lines().count() > LINES)
            checks.fault("why", "lines", LINES, form.why().lines().count());
        boolean draft = campaign.state() == Campaign.State.DRAFT;
        if (!draft || !form.who().isEmpty()) checks.words("who", form.who(), WORDS);
        if (!draft || !form.contact().isEmpty()) checks.words("contact", form.contact(), CONTACT);
        checks.atMost("place", form.place(), 200);
        place(checks, form);
        checks.number("minutes", form.minutes(), 1, 240);
        ZoneId zone = zone(checks, form.clock());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean closed = campaign.state() == Campaign.State.CLOSED;
        checks.dateAfter("closes", form.closes(), closed ? LocalDate.MIN : today);
        return checks.faults();
    }

    private static void place(Checks checks, AboutForm form) {
        if (!form.country().isEmpty() && Countries.find(form.country()).isEmpty())
            checks.fault("country", "unknown", form.country());
        checks.degrees("latitude", form.latitude(), 90);
        checks.degrees("longitude", form.longitude(), 180);
        if (form.latitude().isEmpty() != form.longitude().isEmpty())
            checks.fault(form.latitude().isEmpty() ? "latitude" : "longitude", "half-point");
    }

    private static ZoneId zone(Checks checks, String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException unknown) {
            if (typed.isEmpty()) checks.fault("zone", "clocks");
            else checks.fault("zone", "unknown", typed);
            return ZoneOffset.UTC;
        }
    }
}
