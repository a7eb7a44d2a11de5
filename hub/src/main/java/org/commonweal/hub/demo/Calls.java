package org.commonweal.hub.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.Protection;
import org.commonweal.hub.campaigns.owner.CampaignSteps;
import org.commonweal.hub.campaigns.owner.Spreadsheet;
import org.commonweal.hub.frame.Text;
import org.springframework.stereotype.Component;

/** Six campaigns: two that ask people, one that has ended, one of sensors, two drafts. */
@Component
class Calls {
    static final String WATER = "Lemon Tree Water Circle";
    static final String STOPS = "Wheel and Stop";
    static final String AIR = "Roofs and Air Workshop";
    static final String ROOMS = "Stork Tower Reading Rooms";

    private final CampaignSteps steps;
    private final Clock clock;
    private final Properties words = Authored.words("campaigns.properties");

    Calls(CampaignSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /** Those that take answers; {@code stops} is closed once it has them. */
    record Open(Campaign taps, Campaign stops, Campaign air, Campaign reading) {}

    Open make(Troupe.Cast cast, Community.Found found, LocalDate today) {
        Campaign taps = people("taps", found.id(WATER), "Kairouan", List.of("health-and-wellbeing"), 4, 24);
        Campaign stops = people("stops", found.id(STOPS), "Sfax", List.of("neighbourhood-regeneration"), 3, 12);
        Campaign reading = people("reading", found.id(ROOMS), "Béja", List.of("education-and-skills"), 2, 6);
        Open open = new Open(
                Troupe.as(cast.water(), () -> opened(taps.with(taps.about().until(today.plusDays(54))), "taps")),
                Troupe.as(cast.stops(), () -> opened(stops, "stops")),
                air(cast, found.id(AIR)),
                Troupe.as(
                        cast.rooms(),
                        () -> opened(reading.with(reading.about().until(today.plusDays(26))), "reading")));
        drafts(cast, found);
        return open;
    }

    private Campaign air(Troupe.Cast cast, UUID organisation) {
        Protection things = things("A reading speaks of the air over a roof, not of who lives under it.", "sensor");
        Campaign drawn = drawn("air", organisation, "Tunis", List.of("science"), 1, 60, things);
        Campaign kept = Troupe.as(cast.air(), () -> kept(drawn, "air"));
        // Whoever asks that figures speak of things can't be the one who agrees, nor can anybody of their organisation.
        Troupe.as(cast.keeper(), () -> {
            steps.approve(kept);
            return null;
        });
        return Troupe.as(cast.air(), () -> steps.open(kept));
    }

    private void drafts(Troupe.Cast cast, Community.Found found) {
        Campaign lamps =
                people("lamps", found.id("Night Bus Students"), "Sousse", List.of("neighbourhood-regeneration"), 1, 12);
        Protection asked = things("Each figure is the level of one cistern; nobody lives in it.", "cistern");
        Campaign cisterns = drawn(
                "cisterns", found.id("Cistern Keepers"), "Médenine", List.of("energy-and-environment"), 2, 60, asked);
        Troupe.as(cast.rooms(), () -> kept(lamps, "lamps"));
        Troupe.as(cast.water(), () -> steps.keep(cisterns));
    }

    private Campaign opened(Campaign drawn, String name) {
        return steps.open(kept(drawn, name));
    }

    private Campaign kept(Campaign drawn, String name) {
        Campaign kept = steps.keep(drawn);
        steps.ask(kept, Spreadsheet.of(Authored.text("forms/" + name + ".txt")));
        return kept;
    }

    private Campaign people(
            String name, UUID organisation, String town, List<String> topics, int minutes, int retentionMonths) {
        return drawn(name, organisation, town, topics, minutes, retentionMonths, Protection.PEOPLE);
    }

    private static Protection things(String reason, String subject) {
        return new Protection(true, 1, reason, false, subject);
    }

    private Campaign drawn(
            String name,
            UUID organisation,
            String town,
            List<String> topics,
            int minutes,
            int retentionMonths,
            Protection protection) {
        Towns.Town where = Towns.get(town);
        return Campaign.draft(organisation, "en", clock.instant())
                .with(new Campaign.About(
                        said(name, "title"),
                        said(name, "why"),
                        said(name, "who"),
                        name + "@example.org",
                        topics,
                        new Campaign.Place(Towns.COUNTRY, town, where.latitude(), where.longitude()),
                        Towns.ZONE,
                        minutes,
                        null,
                        true))
                .with(new Campaign.Promise(said(name, "use"), said(name, "consent"), 1, retentionMonths, protection));
    }

    private Text said(String campaign, String part) {
        Text text = Text.of("en", "");
        for (String language : List.of("en", "fr", "ar")) {
            String said = words.getProperty(campaign + "." + part + "." + language, "");
            if (!said.isEmpty()) text = text.with(language, said);
        }
        return text;
    }
}
