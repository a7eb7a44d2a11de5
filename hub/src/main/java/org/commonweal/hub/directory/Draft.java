package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.places.Countries;
import org.jspecify.annotations.Nullable;

/** What the form of an organisation or a project holds, as it was typed; projects leave the kind empty. */
public record Draft(
        String name,
        String summary,
        String kind,
        String website,
        String country,
        String place,
        String latitude,
        String longitude,
        List<String> topics) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SUMMARY = 600;
    static final Draft EMPTY = new Draft("", "", "", "", "", "", "", "", List.of());

    static Draft of(HttpServletRequest request) {
        List<String> topics = Topics.KINDS.stream()
                .flatMap(kind -> Optional.ofNullable(request.getParameterValues(kind)).stream())
                .flatMap(Stream::of)
                .toList();
        return new Draft(
                typed(request, "name").replaceAll("\\s+", " "),
                typed(request, "summary"),
                typed(request, "kind"),
                website(typed(request, "website")),
                typed(request, "country").toUpperCase(Locale.ROOT),
                typed(request, "place").replaceAll("\\s+", " "),
                typed(request, "latitude").replace(',', '.'),
                typed(request, "longitude").replace(',', '.'),
                topics);
    }

    static Draft of(Organisation saved, Locale reader) {
        return of(
                saved.name(), saved.summary().in(reader), saved.kind(), saved.website(), saved.spot(), saved.topics());
    }

    static Draft of(Project saved, Locale reader) {
        return of(saved.name(), saved.summary().in(reader), "", saved.website(), saved.spot(), saved.topics());
    }

    private static Draft of(String name, String summary, String kind, String website, Spot spot, List<String> topics) {
        Point point = spot.point();
        return new Draft(
                name,
                summary,
                kind,
                website,
                spot.country(),
                spot.place(),
                point == null ? "" : Double.toString(point.latitude()),
                point == null ? "" : Double.toString(point.longitude()),
                topics);
    }

    /** What is kept of it, by field; topics by their kinds, one in a line. Projects have no kind. */
    Map<String, String> fields(List<Topic> known) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("summary", summary);
        fields.put("kind", kind);
        fields.put("website", website);
        fields.put("country", country);
        fields.put("place", place);
        fields.put("latitude", latitude);
        fields.put("longitude", longitude);
        for (Topic topic : known)
            fields.merge(topic.kind(), topics.contains(topic.slug()) ? topic.slug() + "\n" : "", String::concat);
        return fields;
    }

    Draft named(String other) {
        return new Draft(other, summary, kind, website, country, place, latitude, longitude, topics);
    }

    /** Everything that is wrong with it, in the order of the form. */
    Faults check(Page page) {
        Faults faults = Faults.none();
        if (name.isEmpty()) faults.add("name", page.t("directory.fault.name"));
        if (name.length() > LONGEST_NAME)
            faults.add("name", page.t("directory.fault.too-long", LONGEST_NAME, name.length()));
        if (summary.length() > LONGEST_SUMMARY)
            faults.add("summary", page.t("directory.fault.too-long", LONGEST_SUMMARY, summary.length()));
        if (!kind.isEmpty() && !Kinds.ALL.contains(kind)) faults.add("kind", page.t("directory.fault.kind"));
        if (!website.isEmpty() && WebAddress.find(website).isEmpty())
            faults.add("website", page.t("directory.fault.website", website));
        if (!country.isEmpty() && Countries.find(country).isEmpty())
            faults.add("country", page.t("directory.fault.country"));
        if (place.length() > LONGEST_NAME)
            faults.add("place", page.t("directory.fault.too-long", LONGEST_NAME, place.length()));
        if (latitude.isEmpty() != longitude.isEmpty())
            faults.add(latitude.isEmpty() ? "latitude" : "longitude", page.t("directory.fault.half-point"));
        degrees(faults, page, "latitude", latitude, 90);
        degrees(faults, page, "longitude", longitude, 180);
        return faults;
    }

    /** Only after {@link #check} found nothing. */
    @Nullable
    Point point() {
        return latitude.isEmpty()
                ? null
                : new Point(Double.parseDouble(latitude), Double.parseDouble(longitude), false);
    }

    private static void degrees(Faults faults, Page page, String field, String typed, int most) {
        if (typed.isEmpty()) return;
        OptionalDouble value = number(typed);
        if (value.isEmpty() || Math.abs(value.getAsDouble()) > most)
            faults.add(field, page.t("directory.fault." + field, typed));
    }

    private static OptionalDouble number(String typed) {
        return typed.matches("-?\\d{1,3}(\\.\\d{1,15})?")
                ? OptionalDouble.of(Double.parseDouble(typed))
                : OptionalDouble.empty();
    }

    private static String typed(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .orElse("")
                .replace("\u0000", "")
                .strip();
    }

    // People type example.org; a browser needs https://example.org.
    private static String website(String typed) {
        return typed.matches("[^\\s:/]+\\.[^\\s:]+") ? "https://" + typed : typed;
    }
}
