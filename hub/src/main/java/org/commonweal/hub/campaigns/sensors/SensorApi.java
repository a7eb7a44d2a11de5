package org.commonweal.hub.campaigns.sensors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Utf8;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a device's readings in the form that sensor.community's firmware pushes to an own API: {@code
 * {"sensordatavalues": [{"value_type": "SDS_P2", "value": "7.43"}]}}. A value's type names a question of the form, or is
 * left out.
 */
@RestController
@Access(Access.Who.CHECKED_INSIDE)
class SensorApi {
    private static final int LARGEST_BODY = 64_000;
    private static final Duration SENT_AGAIN = Duration.ofSeconds(10);
    private final Tokens tokens;
    private final Campaigns campaigns;
    private final Readings readings;
    private final Intake intake;
    private final Limits limits;
    private final Personal personal;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SensorApi(
            Tokens tokens,
            Campaigns campaigns,
            Readings readings,
            Intake intake,
            Limits limits,
            Personal personal,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.tokens = tokens;
        this.campaigns = campaigns;
        this.readings = readings;
        this.intake = intake;
        this.limits = limits;
        this.personal = personal;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The body of a push; other fields, such as the firmware's version, are passed over. */
    record Push(List<Value> sensordatavalues) {
        record Value(String value_type, String value) {}
    }

    /** What was taken, by question, and what the form does not ask for. */
    record Taken(Map<String, String> taken, List<String> unknown) {}

    @PostMapping("/api/v1/devices/{key}/readings")
    ResponseEntity<Taken> push(@PathVariable String key, HttpServletRequest request) throws IOException {
        Tokens.Token device = tokens.find(new Secret(key))
                .filter(token -> token.kind().equals("device"))
                .orElseThrow(() -> Refusal.forbidden("This device key is unknown here or was revoked."));
        limits.require("readings", device.id().toString(), 600, Duration.ofMinutes(10));
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY)
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "A reading may have 64 kB at most.");
        Campaign campaign = campaigns.get(device.campaign());
        Readings.Target target = readings.requireTarget(campaign);
        Taken taken = match(target, read(body));
        if (taken.taken().isEmpty())
            throw Refusal.invalid("None of the values " + taken.unknown() + " is a question of this campaign's form: "
                    + target.questions().keySet() + ".");
        check(target, taken.taken());
        store(device, target, body, taken.taken());
        return ResponseEntity.status(HttpStatus.CREATED).body(taken);
    }

    // Jackson gives null for a body that says null, takes some bytes for letters that are none, and of a field that
    // stands twice the last.
    private Push read(byte[] body) {
        if (Utf8.find(body).isEmpty()) throw Refusal.invalid("The reading is not in UTF-8.");
        try {
            Push push = json.readerFor(Push.class)
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readValue(body);
            if (push == null || push.sensordatavalues() == null)
                throw Refusal.invalid("The reading has no sensordatavalues.");
            return push;
        } catch (JacksonException broken) {
            throw Refusal.invalid("The reading is no JSON object with sensordatavalues, or has a field twice.");
        }
    }

    private static Taken match(Readings.Target target, Push push) {
        Map<String, String> taken = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Set<String> twice = new LinkedHashSet<>();
        for (Push.Value value : push.sensordatavalues()) {
            if (value == null || value.value_type() == null || value.value() == null) continue;
            if (!target.questions().containsKey(value.value_type())) unknown.add(value.value_type());
            else if (taken.putIfAbsent(value.value_type(), value.value().strip()) != null)
                twice.add(value.value_type());
        }
        if (!twice.isEmpty())
            throw Refusal.invalid("There is more than one value of " + String.join(", ", twice)
                    + ", and nobody can say which counts. Send each in a reading of its own.");
        return new Taken(taken, unknown);
    }

    private static void check(Readings.Target target, Map<String, String> values) {
        List<String> faults = values.entrySet().stream()
                .flatMap(entry ->
                        Values.findFault(target.drawn(), target.questions().get(entry.getKey()), entry.getValue())
                                .map(fault -> entry.getKey() + ": ‹" + entry.getValue() + "› " + fault)
                                .stream())
                .toList();
        if (!faults.isEmpty()) throw Refusal.invalid(String.join("; ", faults) + ".");
    }

    // A device that lost our answer sends again within seconds: the same body then is the same reading. Later it is a
    // steady value, measured anew. The firmware sends no time of its own, so a reading is of the moment at which it
    // came; a device whose clock is wrong can't lie.
    private void store(Tokens.Token device, Readings.Target target, byte[] body, Map<String, String> values) {
        Instant now = clock.instant();
        String subject = target.campaign().protection().subject();
        // A key speaks for its own device alone, whatever it says that it is.
        if (!subject.isEmpty() && target.questions().containsKey(subject)) values.put(subject, device.label());
        long seconds = SENT_AGAIN.toSeconds();
        Instant slot = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
        if (isStored(target.campaign(), instanceId(device, slot.minus(SENT_AGAIN), body))) return;
        Contributor contributor = new Contributor("sensor", device.id(), null, "token " + device.id());
        Arrival reading = readings.arrival(target, instanceId(device, slot, body), values, contributor, now);
        intake.accept(reading);
    }

    private String instanceId(Tokens.Token device, Instant slot, byte[] body) {
        byte[] digest = personal.digest("reading " + device.id(), HexFormat.of().formatHex(body));
        return "reading:" + device.id() + ":" + slot + ":" + HexFormat.of().formatHex(digest, 0, 16);
    }

    private boolean isStored(Campaign campaign, String instanceId) {
        return jdbc.sql("select exists (select from campaigns.submission"
                        + " where campaign_id = :campaign and instance_id = :instance)")
                .param("campaign", campaign.id())
                .param("instance", instanceId)
                .query(Boolean.class)
                .single();
    }
}
