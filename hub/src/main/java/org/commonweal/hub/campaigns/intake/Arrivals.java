package org.commonweal.hub.campaigns.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns a document that came with its files into an {@link Arrival}. */
@Component
public class Arrivals {
    private final Personal personal;
    private final JsonMapper json;
    private final Clock clock;

    Arrivals(Personal personal, JsonMapper json, Clock clock) {
        this.personal = personal;
        this.json = json;
        this.clock = clock;
    }

    /** @param link the secret of the private link that the contributor is given, null for none */
    public Arrival of(
            Campaign campaign,
            ServedForm form,
            Instance instance,
            String xml,
            Contributor contributor,
            @Nullable Secret link,
            Map<String, Files.Content> files) {
        String identifier = identifierOf(campaign, instance, xml, contributor);
        Instant now = clock.instant();
        double[] point = point(instance, form.pointPath());
        return new Arrival(
                Ids.next(),
                campaign.id(),
                form.id(),
                contributor.source(),
                contributor.token(),
                contributor.person(),
                identifier,
                instance.deprecatedId(),
                xml,
                digest(instance, identifier, xml),
                json.writeValueAsString(instance.answers()),
                observed(instance, now),
                key(campaign, contributor),
                link == null ? null : link.digest(),
                point[0],
                point[1],
                campaign.keptUntil(now),
                files(instance, form, files));
    }

    /**
     * The secret of a document's private link, the same whenever it comes: whoever lost the answer to the first sending
     * is given it with the second. Of a document without an identifier it is a new one each time: another person may
     * answer the same, and must not be led to the first one's report.
     */
    public Secret linkOf(Campaign campaign, Instance instance) {
        if (instance.instanceId().isEmpty()) return Secret.make();
        return linkOf(campaign, instance.instanceId());
    }

    Secret linkOf(Campaign campaign, String instanceId) {
        return Secret.of(personal.digest("private link " + campaign.id(), instanceId));
    }

    // A document without an identifier is told from others by its content and its sender, as far as that is known: two
    // people may answer the same. Under the hub's key, for the identifier stays when the content goes, and the plain
    // digest of a short form could be guessed.
    private String identifierOf(Campaign campaign, Instance instance, String xml, Contributor contributor) {
        if (!instance.instanceId().isEmpty()) return instance.instanceId();
        byte[] digest = personal.digest("content " + campaign.id(), Digests.sha256(xml) + " " + sender(contributor));
        return "content:" + HexFormat.of().formatHex(digest);
    }

    // Findings tell rows apart by it: two people who answer the same, without an identifier in the document, are two
    // rows.
    private static byte[] digest(Instance instance, String identifier, String xml) {
        String told = instance.instanceId().isEmpty() ? identifier + "\n" + xml : xml;
        return Digests.sha256(told.getBytes(StandardCharsets.UTF_8));
    }

    // The most that is known, as for edits (decision 0051): account or device, else the token alone.
    private static String sender(Contributor contributor) {
        if (!contributor.key().isEmpty()) return contributor.key();
        return contributor.token() == null ? "" : "token " + contributor.token();
    }

    private byte @Nullable [] key(Campaign campaign, Contributor contributor) {
        return contributor.key().isEmpty() ? null : personal.digest("contributor " + campaign.id(), contributor.key());
    }

    /** ODK writes a point as «latitude longitude altitude accuracy». */
    static double[] point(Instance instance, String path) {
        double[] nowhere = {Double.NaN, Double.NaN};
        Optional<String> answer = path.isEmpty() ? Optional.empty() : instance.find(path);
        if (answer.isEmpty()) return nowhere;
        String[] parts = answer.get().split("\\s+");
        try {
            double latitude = Double.parseDouble(parts[0]);
            double longitude = parts.length > 1 ? Double.parseDouble(parts[1]) : Double.NaN;
            boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            return onEarth ? new double[] {latitude, longitude} : nowhere;
        } catch (NumberFormatException noPoint) {
            return nowhere;
        }
    }

    // The form's own end or start where it asks for them, unless the phone's clock is plainly wrong.
    static Instant observed(Instance instance, Instant now) {
        return instance.find("end")
                .or(() -> instance.find("start"))
                .flatMap(Arrivals::instant)
                .filter(at -> at.isBefore(now.plus(Duration.ofDays(1))) && at.isAfter(now.minus(Duration.ofDays(3650))))
                .orElse(now);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noInstant) {
            return Optional.empty();
        }
    }

    // What came, and what is named by the answers but has not come yet: ODK Collect may send it later.
    private static List<Arrival.Named> files(Instance instance, ServedForm form, Map<String, Files.Content> came) {
        Map<String, Files.@Nullable Content> all = new HashMap<>();
        instance.listAll(form.filePaths()).forEach(name -> all.put(name, null));
        all.putAll(came);
        List<Arrival.Named> files = new ArrayList<>();
        all.forEach((name, content) -> files.add(new Arrival.Named(name, content)));
        return files;
    }
}
