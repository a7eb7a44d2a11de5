package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * The first step as it was typed: what the campaign is about. {@link AboutCheck} tells what is wrong with it.
 *
 * @param zone the one chosen, "" for that of the country
 * @param proposed the zone that it has where none is chosen, "" where none can be told
 */
public record AboutForm(
        String organisation,
        String language,
        String title,
        String why,
        String who,
        String contact,
        List<String> topics,
        String country,
        String place,
        String latitude,
        String longitude,
        String zone,
        String proposed,
        String minutes,
        String closes,
        boolean anonymous) {

    /** Of a new campaign, with what is usual. */
    static AboutForm blank(String organisation, String language) {
        return new AboutForm(organisation, language, "", "", "", "", List.of(), "", "", "", "", "", "", "5", "", true);
    }

    static AboutForm of(HttpServletRequest request, Instant now) {
        String country = typed(request, "country").toUpperCase(Locale.ROOT);
        return new AboutForm(
                typed(request, "organisation"),
                typed(request, "language"),
                typed(request, "title"),
                typed(request, "why").replace("\r\n", "\n"),
                typed(request, "who"),
                typed(request, "contact"),
                Arrays.asList(Objects.requireNonNullElse(request.getParameterValues("topics"), new String[0])),
                country,
                typed(request, "place"),
                typed(request, "latitude").replace(',', '.'),
                typed(request, "longitude").replace(',', '.'),
                typed(request, "zone"),
                ProposedZone.of(country, typed(request, "zone-here"), now),
                typed(request, "minutes"),
                typed(request, "closes"),
                request.getParameter("anonymous") != null);
    }

    /** As it was typed over what a campaign has: a draft's zone that only followed from its country follows the new one. */
    static AboutForm of(HttpServletRequest request, Campaign campaign, Instant now) {
        AboutForm typed = of(request, now);
        String before = campaign.place().country();
        // Of what was opened, days were told by its clock.
        boolean followed = campaign.state() == Campaign.State.DRAFT
                && typed.zone.equals(campaign.zone().getId())
                && typed.zone.equals(ProposedZone.of(before, "", now))
                && !typed.country.equals(before)
                && !ProposedZone.of(typed.country, "", now).isEmpty();
        return followed ? typed.with(typed.organisation, "") : typed;
    }

    static AboutForm of(Campaign campaign) {
        Campaign.Place place = campaign.place();
        return new AboutForm(
                campaign.organisation().toString(),
                campaign.title().source(),
                campaign.title().original(),
                campaign.why().original(),
                campaign.whoCanAnswer().original(),
                campaign.contact(),
                campaign.topics(),
                place.country(),
                place.words(),
                place.hasPoint() ? Double.toString(place.latitude()) : "",
                place.hasPoint() ? Double.toString(place.longitude()) : "",
                campaign.zone().getId(),
                "",
                Integer.toString(campaign.minutes()),
                campaign.closesOn() == null ? "" : campaign.closesOn().toString(),
                campaign.anonymous());
    }

    /** What is kept of it once its campaign is made, by field; topics in the order of their slugs, one in a line. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("why", why);
        fields.put("who", who);
        fields.put("contact", contact);
        fields.put("country", country);
        fields.put("place", place);
        fields.put("topics", String.join("\n", topics.stream().sorted().toList()));
        fields.put("anonymous", anonymous ? "on" : "off");
        fields.put("minutes", minutes);
        fields.put("closes", closes);
        fields.put("zone", clock());
        fields.put("latitude", latitude);
        fields.put("longitude", longitude);
        return fields;
    }

    /** The campaign with all of this in it; what was typed has been found good. */
    Campaign on(Campaign campaign) {
        String source = campaign.title().source();
        return campaign.with(new Campaign.About(
                campaign.title().with(source, title),
                campaign.why().with(source, why),
                campaign.whoCanAnswer().with(source, who),
                contact,
                topics,
                new Campaign.Place(country, place, degrees(latitude), degrees(longitude)),
                ZoneId.of(clock()),
                Integer.parseInt(minutes),
                closesOn(),
                anonymous));
    }

    /** The zone it is to have; "" where none is chosen and none can be told. */
    String clock() {
        return zone.isEmpty() ? proposed : zone;
    }

    private @Nullable LocalDate closesOn() {
        return closes.isEmpty() ? null : LocalDate.parse(closes);
    }

    static double degrees(String typed) {
        return typed.isEmpty() ? Double.NaN : Double.parseDouble(typed);
    }

    /** The same with an organisation chosen, as on a link from its page. */
    AboutForm askedBy(String asker) {
        return with(asker, zone);
    }

    private AboutForm with(String asker, String chosen) {
        return new AboutForm(
                asker, language, title, why, who, contact, topics, country, place, latitude, longitude, chosen,
                proposed, minutes, closes, anonymous);
    }

    /** The language that new texts are written in: the one chosen, else English. */
    String knownLanguage() {
        return Words.LANGUAGES.containsKey(language) ? language : "en";
    }

    static String typed(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
