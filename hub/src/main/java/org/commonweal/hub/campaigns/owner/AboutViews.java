package org.commonweal.hub.campaigns.owner;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.directory.Topics;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Words;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.commonweal.hub.frame.places.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of the first step: for a new campaign and for one that is there. */
@Component
class AboutViews {
    // Places that people live in; the rest are aliases and offsets.
    private static final String INHABITED = "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";
    private static final List<Choice> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches(INHABITED) || zone.equals("UTC"))
            .sorted()
            .map(zone -> new Choice(zone, zone.replace('_', ' ')))
            .toList();

    private final Organisations askers;
    private final OwnCampaigns own;
    private final Topics topics;

    AboutViews(Organisations askers, OwnCampaigns own, Topics topics) {
        this.askers = askers;
        this.own = own;
        this.topics = topics;
    }

    AboutView fresh(Page page, AboutForm form, Faults faults) {
        List<Choice> mine = askers.listToChoose(Desk.EDIT, Desk.MOST_ASKERS, form.organisation()).stream()
                .map(asker -> new Choice(asker.id().toString(), asker.name()))
                .toList();
        return view(
                page, null, "", mine.size() == 1 ? form.askedBy(mine.getFirst().value()) : form, faults, mine);
    }

    AboutView of(Page page, Campaign campaign, AboutForm form, Faults faults) {
        String seen = Seen.of(AboutForm.of(campaign).fields()).digest();
        return view(page, Desk.view(page, campaign, "about"), seen, form, faults, List.of());
    }

    /** The same after somebody else changed it: beside each field that differs stands what is there now. */
    AboutView overtaken(Page page, Campaign campaign, AboutForm form, Faults faults) {
        Seen now = Seen.of(AboutForm.of(campaign).fields());
        return of(page, campaign, form, now.beside(form.fields(), faults, (field, value) -> told(page, field, value)));
    }

    private String told(Page page, String field, String value) {
        return switch (field) {
            case "country" ->
                Countries.find(value).map(known -> known.name(page.locale())).orElse(value);
            case "topics" ->
                topics.list(page.locale(), "theme").stream()
                        .filter(topic -> value.lines().anyMatch(topic.slug()::equals))
                        .map(topic -> topic.name(page.locale()))
                        .collect(Collectors.joining("\n"));
            case "anonymous" -> page.t("campaigns.owner.now." + value);
            default -> value;
        };
    }

    private AboutView view(
            Page page, @Nullable DeskView desk, String seen, AboutForm form, Faults faults, List<Choice> askers) {
        List<Choice> countries = Countries.list(page.locale()).stream()
                .map(country -> new Choice(country.code(), country.name(page.locale())))
                .toList();
        List<Choice> themes = topics.list(page.locale(), "theme").stream()
                .map(topic -> new Choice(topic.slug(), topic.name(page.locale())))
                .toList();
        return new AboutView(desk, seen, form, faults, askers, languages(), themes, countries, ZONES, own.newestZone());
    }

    static List<Choice> languages() {
        return Words.LANGUAGES.entrySet().stream()
                .map(language -> new Choice(language.getKey(), language.getValue()))
                .toList();
    }
}
