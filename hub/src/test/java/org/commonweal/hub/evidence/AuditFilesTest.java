package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A named auditor recomputes what was published with nothing of ours but the file. */
@HubTest
class AuditFilesTest {
    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    UUID thing;
    Visitor reviewer;
    String path;
    JsonNode document;

    @BeforeEach
    void publish() {
        thing = desk.data.things(desk.organisation("Air for All"), "PM2.5 on our street");
        for (int day = 1; day <= 28; day++)
            for (int sensor = 1; sensor <= 3; sensor++)
                desk.data
                        .get(thing)
                        .row(
                                "2026-0%d-%02dT09:00:00Z".formatted(1 + day % 2, day),
                                "owner-" + sensor,
                                "Sensor " + sensor,
                                44.8,
                                20.4,
                                String.valueOf(day * sensor));
        desk.data.get(thing).row("2026-01-01T09:00:00Z", "owner-1", "Sensor 1", 44.8, 20.4, "");
        reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        path = Desk.publish(reviewer, thing, Desk.form("areas", "subject", "times", "month"));
        document = JsonMapper.shared().readTree(Desk.document(desk.visitor(), path, 1));
    }

    @Test
    void theCellsComeOutAgain() {
        List<JsonNode> rows = audit().get("rows").valueStream().toList();
        Map<String, List<Double>> answers = new HashMap<>();
        for (JsonNode row : rows)
            answers.merge(
                    row.get("subject").asString() + row.get("period").asString(),
                    List.of(Double.parseDouble(row.get("answer").asString())),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                            .toList());
        int checked = 0;
        for (JsonNode cell : document.get("cells")) {
            List<Double> own = answers.get(
                    cell.get("subject").asString() + cell.get("period").asString());
            if (own == null) continue;
            assertThat(cell.get("value").asDouble())
                    .isCloseTo(own.stream().collect(Collectors.averagingDouble(x -> x)), within(1e-9));
            assertThat(cell.get("n").asLong()).isEqualTo(own.size());
            checked++;
        }
        assertThat(checked).isEqualTo(6);
    }

    @Test
    void theRootIsThatOfTheseRows() throws Exception {
        JsonNode audit = audit();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(audit.get("key").asString()), "HmacSHA256"));
        MessageDigest root = MessageDigest.getInstance("SHA-256");
        audit.get("rows")
                .valueStream()
                .map(row -> HexFormat.of()
                        .formatHex(mac.doFinal(
                                HexFormat.of().parseHex(row.get("sha256").asString()))))
                .sorted()
                .forEach(digest -> root.update(HexFormat.of().parseHex(digest)));
        assertThat(document.get("inputs").get("root").asString())
                .isEqualTo(HexFormat.of().formatHex(root.digest()))
                .isEqualTo(audit.get("root").asString());
        assertThat(audit.get("rows").size())
                .as("only rows with an answer count")
                .isEqualTo(84);
    }

    @Test
    void aRowWithdrawnSinceIsTold() {
        desk.data.get(thing).remove(0);
        JsonNode audit = audit();
        assertThat(audit.get("gone").asLong()).isEqualTo(1);
        assertThat(audit.get("root")).isEqualTo(document.get("inputs").get("root"));
    }

    @Test
    void isShownToANamedAuditorWhoCanDoNothingElse() {
        UUID organisation = desk.data.find(thing).orElseThrow().organisation();
        Visitor auditor = desk.signedIn("auditor", organisation);
        assertThat(auditor.get(path).body()).contains("For auditors").doesNotContain("/withdraw");
        var file = auditor.get(path + "/audit.json");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(jdbc.sql(
                                "select actor from frame.audit where action = 'finding.audit-taken' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .as("who took it")
                .isIn(jdbc.sql("select holder_kind || ':' || holder_id from frame.grant_ where role = 'auditor'")
                        .query(String.class)
                        .list());
        assertThat(auditor.get(path + "/correct").statusCode()).isEqualTo(403);
        assertThat(auditor.post(path + "/withdraw", Map.of("reason", "x")).statusCode())
                .isEqualTo(403);
        Visitor ofOthers = desk.signedIn("auditor", desk.organisation("Another"));
        assertThat(ofOthers.get(path + "/audit.json").statusCode()).isEqualTo(403);
        assertThat(ofOthers.get(path).body()).doesNotContain("For auditors");
    }

    @Test
    void theKeyIsNowhereInPublic() {
        String key = audit().get("key").asString();
        for (String page : List.of(path, path + "/v/1/finding.json", path + "/v/1/cells.csv"))
            assertThat(desk.visitor().get(page).body()).as(page).doesNotContain(key, "owner-");
        assertThat(audit().toString()).doesNotContain("owner-");
    }

    private JsonNode audit() {
        return JsonMapper.shared().readTree(reviewer.get(path + "/audit.json").body());
    }
}
