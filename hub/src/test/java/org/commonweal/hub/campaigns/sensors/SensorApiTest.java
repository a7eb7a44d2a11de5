package org.commonweal.hub.campaigns.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device pushes its readings as sensor.community's firmware does to «own APIs» (airrohr-firmware, «Send data to custom API»). */
@HubTest
class SensorApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;
    private String key;

    @BeforeEach
    void open() {
        campaign = Stations.open(campaigns, forms);
        key = tokens.make(campaign.id(), "device", "Station 7").text();
    }

    @Test
    void takesAReadingAndNamesTheStation() {
        HttpResponse<String> answer = push(key, """
                {"esp8266id": "13597771", "software_version": "NRZ-2020-133", "sensordatavalues": [
                  {"value_type": "pm25", "value": "7.43"}, {"value_type": "count", "value": 12},
                  {"value_type": "signal", "value": "-61 dBm"}]}""");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"pm25\":\"7.43\"", "\"unknown\":[\"signal\"]");
        assertThat(stored()).singleElement().asString().endsWith("count=12 pm25=7.43 sensor=Station 7");
    }

    @Test
    void letsNoDeviceSpeakAsAnother() {
        HttpResponse<String> answer = push(key, """
                {"sensordatavalues": [{"value_type": "pm25", "value": "7.43"},
                  {"value_type": "sensor", "value": "Station 8"}]}""");
        assertThat(answer.body()).contains("\"sensor\":\"Station 7\"");
        assertThat(stored()).singleElement().asString().endsWith("pm25=7.43 sensor=Station 7");
    }

    @Test
    void letsNobodyInWithAnotherKey() {
        String reading = reading("7.43");
        assertThat(push("nonsense", reading).statusCode()).isEqualTo(403);
        assertThat(push(tokens.make(campaign.id(), "collect", "Collect").text(), reading)
                        .statusCode())
                .isEqualTo(403);
        tokens.listFor(campaign.id()).forEach(token -> tokens.revoke(campaign.id(), token.id()));
        HttpResponse<String> revoked = push(key, reading);
        assertThat(revoked.statusCode()).isEqualTo(403);
        assertThat(revoked.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(stored()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAReadingAndStoresNothing() {
        assertThat(List.of(
                        "{\"sensordatavalues\": [",
                        "<xml/>",
                        "null",
                        "[]",
                        "{}",
                        "{\"sensordatavalues\": [null, {\"value_type\": null, \"value\": \"1\"}]}",
                        "{\"sensordatavalues\": [{\"value_type\": \"SDS_P2\", \"value\": \"7.43\"}]}",
                        reading("nan"),
                        reading("7,43"),
                        reading("9".repeat(50)),
                        "{\"sensordatavalues\": [{\"value_type\": \"sky\", \"value\": \"blue\"}]}",
                        "{\"sensordatavalues\": [{\"value_type\": \"remark\", \"value\": \"a\\u0000b\"}]}"))
                .allSatisfy(body -> {
                    HttpResponse<String> answer = push(key, body);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.body()).contains("\"detail\"");
                });
        assertThat(push(key, reading("7,43")).body()).contains("pm25: ‹7,43› is no number, such as 12.5.");
        assertThat(push(key, "{\"sensordatavalues\": [{\"value_type\": \"SDS_P2\", \"value\": \"7.43\"}]}")
                        .body())
                .contains("SDS_P2", "pm25");
        assertThat(push(key, reading("1") + " ".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(stored()).isEmpty();
    }

    /** What no finding could count, and what a double would make another number of (IEEE 754, binary64). */
    @Test
    void refusesNumbersThatCannotBeTold() {
        for (String number : List.of("1e400", "-1e309", "1e99999", "1e-400", "1".repeat(40), "1.234567890123456789")) {
            HttpResponse<String> answer = push(key, reading(number));
            assertThat(answer.statusCode()).as(number).isEqualTo(400);
            assertThat(answer.body()).contains("pm25: ‹" + number + "› ", " to");
        }
        assertThat(push(key, "{\"sensordatavalues\": [{\"value_type\": \"pm25\", \"value\": 1e400}]}")
                        .body())
                .as("not in quotes")
                .contains("pm25: ‹1e400› is too large or too small to be told.");
        for (String whole : List.of(
                "9007199254740993",
                "9".repeat(18),
                "9223372036854775807",
                "9".repeat(19),
                "+" + "9".repeat(19),
                "-" + "9".repeat(19),
                "-9223372036854775808",
                "9".repeat(40),
                "1".repeat(10_000)))
            assertThat(push(key, value("count", whole)).body()).contains("count: ‹" + whole + "› is too large");
        assertThat(stored()).isEmpty();
        for (String number : List.of("0", "-0.0", "0e999", "7.430000000000000000", "0.1234567890123456", "1e308"))
            assertThat(push(key, reading(number)).statusCode()).as(number).isEqualTo(201);
        for (String whole : List.of("-9007199254740992", "+9007199254740992", "0".repeat(30) + "7"))
            assertThat(push(key, value("count", whole)).statusCode()).as(whole).isEqualTo(201);
    }

    @Test
    void takesPlacesOnEarth() {
        for (String place :
                List.of("999 999", "91 0", "0 -181", "52.37", "52,37 4,89", "1e400 0", "0 0 0 0 0", "NaN NaN"))
            assertThat(push(key, value("place", place)).body()).contains("place: ‹" + place + "› is no place on earth");
        assertThat(stored()).isEmpty();
        for (String place : List.of("52.37 4.89", "-90 180 0 0", "52.37 4.89 -3.5 12"))
            assertThat(push(key, value("place", place)).statusCode()).as(place).isEqualTo(201);
    }

    /** What Collect draws: a line of two places or more, an area of three that ends where it began. */
    @Test
    void takesLinesAndAreas() {
        for (String path : List.of(";", "; ;", "52.37 4.89", "52.37 4.89;", "52.37 4.89; 999 999"))
            assertThat(push(key, value("path", path)).body()).contains("path: ‹" + path + "› is no ");
        for (String field : List.of(
                ";", "0 0; 0 1", "0 0; 0 1; 0 0", "0 0; 0 1; 1 1", "0 0; 0 0; 0 0; 0 0", "0 0; 0 1; 1 999; 0 0"))
            assertThat(push(key, value("field", field)).body()).contains("field: ‹" + field + "› is no ");
        assertThat(stored()).isEmpty();
        for (String path : List.of("52.37 4.89; 52.38 4.90", "52.37 4.89 0 0;52.38 4.90 0 0;"))
            assertThat(push(key, value("path", path)).statusCode()).as(path).isEqualTo(201);
        for (String field : List.of("0 0; 0 1; 1 1; 0 0", "0.0 0.0 0 0; 0 1 0 0; 1 1 0 0; 0 0 0 0;"))
            assertThat(push(key, value("field", field)).statusCode()).as(field).isEqualTo(201);
    }

    @Test
    void letsNoValueWinOverAnotherOfTheSameName() {
        HttpResponse<String> answer = push(key, """
                {"sensordatavalues": [{"value_type": "pm25", "value": "7"}, {"value_type": "pm25", "value": "8"}]}""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is more than one value of pm25");
        assertThat(push(key, "{\"sensordatavalues\": [{\"value_type\": \"pm25\", \"value\": \"7\", \"value\": \"8\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(stored()).isEmpty();
        assertThat(push(key, """
                        {"sensordatavalues": [{"value_type": "pm25", "value": "7"}, {"value_type": "signal", "value": "1"},
                          {"value_type": "signal", "value": "2"}]}""").statusCode())
                .as("which the form does not ask for")
                .isEqualTo(201);
    }

    /** A letter that can't be read would be stored as another, and nobody would know. */
    @Test
    void takesReadingsInUtf8Only() {
        byte[] latin = value("remark", "très").getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = value("remark", "tr.s").getBytes(StandardCharsets.US_ASCII);
        int dot = new String(overlong, StandardCharsets.US_ASCII).indexOf("tr.s");
        overlong[dot] = (byte) 0xC0;
        overlong[dot + 1] = (byte) 0xAE;
        for (byte[] body : List.of(latin, overlong))
            assertThat(push(key, body).body()).contains("not in UTF-8");
        assertThat(push(key, value("remark", "half \\ud83d")).body()).contains("has characters that are no letters");
        assertThat(push(key, value("remark", "\uffff")).body()).contains("has characters that are no letters");
        assertThat(stored()).isEmpty();
        assertThat(push(key, value("remark", "très \\ud83d\\ude00")).statusCode())
                .isEqualTo(201);
        assertThat(stored()).singleElement().asString().contains("remark=très 😀");
    }

    private static String value(String type, String value) {
        return "{\"sensordatavalues\": [{\"value_type\": \"" + type + "\", \"value\": \"" + value + "\"}]}";
    }

    @Test
    void takesWhatIsSentAgainAsOne() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> push(key, reading("7.43")).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        push(key, reading("7.44"));
        assertThat(stored()).hasSize(2);
    }

    /** A value that stays as it is was measured each time; moved back by half a minute instead of waiting for it. */
    @Test
    void storesASteadyValueEachTime() {
        push(key, reading("7.43"));
        jdbc.sql("""
                        update campaigns.submission set instance_id = replace(instance_id, slot,
                          to_char((slot::timestamptz - interval '30 seconds') at time zone 'UTC',
                            'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                        from (select id as moved, substring(instance_id from '\\d{4}-\\d\\d-[^Z]*Z') as slot
                          from campaigns.submission where campaign_id = :campaign) s
                        where id = moved""").param("campaign", campaign.id()).update();
        push(key, reading("7.43"));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void limitsADeviceAndNotItsNeighbour() {
        String neighbour = tokens.make(campaign.id(), "device", "Station 8").text();
        assertThat(IntStream.range(0, 700)
                        .map(i -> push(key, "{}").statusCode())
                        .filter(status -> status == 429)
                        .findFirst())
                .hasValue(429);
        assertThat(push(neighbour, reading("7.43")).statusCode()).isEqualTo(201);
    }

    @Test
    void takesNothingOnceClosed() {
        campaigns.setState(campaign.id(), Campaign.State.CLOSED);
        assertThat(push(key, reading("7.43")).statusCode()).isEqualTo(409);
        assertThat(stored()).isEmpty();
    }

    private static String reading(String pm25) {
        return value("pm25", pm25);
    }

    private HttpResponse<String> push(String key, String body) {
        return push(key, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> push(String key, byte[] body) {
        return new Visitor(port)
                .send(HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/api/v1/devices/" + key + "/readings"))
                        .header("Content-Type", "application/json")
                        .header("X-Sensor", "esp8266-13597771")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private List<String> stored() {
        return Stations.stored(jdbc, campaign);
    }
}
