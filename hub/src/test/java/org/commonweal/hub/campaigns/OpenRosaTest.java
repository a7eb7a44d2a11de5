package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions, as the field's reference server answers them (OpenRosa 1.0), and two cases that it does not hold. */
@HubTest
class OpenRosaTest {
    private static final Map<String, String> VERSION = Map.of("X-OpenRosa-Version", "1.0");

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    @Autowired
    Limits limits;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    private UUID campaign;
    private String formId;
    private String token;
    private Visitor client;

    @BeforeEach
    void openACampaign() {
        campaign = Drawn.campaign("Wells").open(campaigns).id();
        formId = "wells-" + Ids.tail(campaign);
        forms.add(
                new ServedForm(
                        Ids.next(),
                        campaign,
                        formId,
                        "1",
                        "Wells",
                        "<xform/>",
                        "0123456789abcdef0123456789abcdef",
                        "place",
                        List.of("photo")),
                new byte[0]);
        token = tokens.make(campaign, "collect", "test").text();
        client = new Visitor(port);
    }

    @Test
    void storesANewSubmissionOnceHoweverOftenItComes() {
        String xml = instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void takesFiftyOfTheSameAtOnceAsOne() throws Exception {
        String xml = instance("uuid:" + UUID.randomUUID(), "deep", "");
        try (var pool = Executors.newFixedThreadPool(25)) {
            List<Future<Integer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> submit(xml).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void refusesOtherAnswersUnderTheSameIdentifier() {
        String id = "uuid:" + UUID.randomUUID();
        submit(instance(id, "deep", ""));
        HttpResponse<String> answer = submit(instance(id, "shallow", ""));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("nature=\"error\"");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void addsAPhotoThatComesLater() {
        String xml = instance("uuid:" + UUID.randomUUID(), "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(files()).containsExactly("p1.jpg missing");
        assertThat(submit(xml, Map.of("p1.jpg", new byte[] {1, 2, 3})).statusCode())
                .isEqualTo(201);
        assertThat(files()).containsExactly("p1.jpg 3 bytes");
    }

    @Test
    void keepsTheFilesThatAnswersNameAndNoOthers() {
        byte[] content = "no picture".getBytes(StandardCharsets.UTF_8);
        String xml = instance("uuid:" + UUID.randomUUID(), "stray.jpg", "")
                .replace("<photo/>", "<photo>p1.jpg</photo><photo>p2.jpg</photo>");
        Map<String, Object> parts = new java.util.LinkedHashMap<>();
        parts.put("early.jpg", content);
        parts.put("p1.jpg", content);
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.put("stray.jpg", "named where no file is asked for".getBytes(StandardCharsets.UTF_8));
        parts.put("p2.jpg", content);
        assertThat(post(parts).statusCode()).isEqualTo(201);
        assertThat(files()).containsExactlyInAnyOrder("p1.jpg 10 bytes", "p2.jpg 10 bytes");
        assertThat(folder()).as("equal ones are kept once").satisfies(folder -> holdsOneFile(folder));
    }

    @Test
    void takesASubmissionWithoutAnIdentifierOnce() {
        String xml = instance("", "deep", "");
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(stored()).as("told from others by its content").isEqualTo(1);
        assertThat(submit(instance("", "deeper", "")).statusCode()).isEqualTo(201);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void slowsDownADeviceThatSendsTooMuchAndNoOther() {
        // The allowance is as the first look at it says: a small one here, which is used up at once.
        UUID id = tokens.find(new Secret(token)).orElseThrow().id();
        assertThat(limits.allows("submissions", id + "test", 1, Duration.ofDays(1)))
                .isTrue();
        String xml = instance("uuid:" + UUID.randomUUID(), "deep", "");
        HttpResponse<String> answer = submit(xml);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("nature=\"error\"");
        assertThat(stored()).isZero();
        assertThat(submitFrom("another", xml).statusCode()).isEqualTo(201);
    }

    @Test
    void replacesTheCurrentVersionAndNoOther() {
        String first = "uuid:" + UUID.randomUUID();
        String second = "uuid:" + UUID.randomUUID();
        submit(instance(first, "deep", ""));
        assertThat(submit(instance(second, "deeper", first)).statusCode()).isEqualTo(201);
        assertThat(submit(instance("uuid:" + UUID.randomUUID(), "late", first)).statusCode())
                .isEqualTo(409);
        assertThat(submit(instance("uuid:" + UUID.randomUUID(), "lost", "uuid:" + UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(depths()).containsExactly("deeper");
    }

    @Test
    void takesAnEditFromTheDeviceThatSentTheReportOnly() {
        String first = "uuid:" + UUID.randomUUID();
        submit(instance(first, "deep", ""));
        String edit = instance("uuid:" + UUID.randomUUID(), "deeper", first);
        HttpResponse<String> answer = submitFrom("another", edit);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Another device or account");
        assertThat(submitFrom("", edit).statusCode()).as("no device").isEqualTo(403);
        assertThat(depths()).containsExactly("deep");
        assertThat(submit(edit).statusCode()).isEqualTo(201);
        assertThat(depths()).containsExactly("deeper");
    }

    /** Of a report without a device its token is known, and that alone. */
    @Test
    void takesAnEditOfANamelessReportWithItsTokenOnly() {
        String first = "uuid:" + UUID.randomUUID();
        submitFrom("", instance(first, "deep", ""));
        String edit = instance("uuid:" + UUID.randomUUID(), "deeper", first);
        String own = token;
        token = tokens.make(campaign, "collect", "another").text();
        assertThat(submitFrom("", edit).statusCode()).isEqualTo(403);
        token = own;
        assertThat(submit(edit).statusCode()).isEqualTo(201);
        assertThat(depths()).containsExactly("deeper");
    }

    @Test
    void takesTheSameEditTwentyTimesAtOnceAsOne() throws Exception {
        String first = "uuid:" + UUID.randomUUID();
        submit(instance(first, "deep", ""));
        String edit = instance("uuid:" + UUID.randomUUID(), "deeper", first);
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> submit(edit).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(stored()).isEqualTo(1);
    }

    /** A question may have the name of what stands in the meta group. */
    @Test
    void readsIdentifiersFromTheMetaGroupOnly() {
        String id = "uuid:" + UUID.randomUUID();
        String xml = instance(id, "deep", "")
                .replace("<photo/>", "<photo/><well><deprecatedID>uuid:x</deprecatedID></well>")
                .replace("</meta>", "</meta><instanceID>pump 7</instanceID>");
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        assertThat(jdbc.sql("select instance_id from campaigns.submission where campaign_id = :campaign")
                        .param("campaign", campaign)
                        .query(String.class)
                        .single())
                .isEqualTo(id);
    }

    @Test
    void knowsItsFormsAndTheirVersions() {
        String xml = instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(submit(xml.replace("version=\"1\"", "version=\"9\"")).statusCode())
                .isEqualTo(404);
        assertThat(submit(xml.replace(formId, "no-such-form")).statusCode()).isEqualTo(404);
    }

    @Test
    void takesNothingOnceClosed() {
        assertThat(submit(instance("uuid:" + UUID.randomUUID(), "deep", "")).statusCode())
                .isEqualTo(201);
        campaigns.setState(campaign, Campaign.State.CLOSED);
        String late = instance("uuid:" + UUID.randomUUID(), "late", "");
        assertThat(submit(late).statusCode()).isEqualTo(409);
        assertThat(stored()).isEqualTo(1);
        campaigns.setState(campaign, Campaign.State.OPEN);
        assertThat(submit(late).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsNoFileOfWhatItCannotTake() {
        String unknown = instance("uuid:" + UUID.randomUUID(), "deep", "").replace(formId, "no-such-form");
        assertThat(submit(unknown, Map.of("p.jpg", new byte[] {1})).statusCode())
                .isEqualTo(404);
        campaigns.setState(campaign, Campaign.State.CLOSED);
        String late = instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(submit(late, Map.of("p.jpg", new byte[] {1})).statusCode()).isEqualTo(409);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void refusesWhatIsNoSubmission() {
        assertThat(post(Map.of("something_else", "<data/>".getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit("<data id=\"").statusCode()).isEqualTo(400);
        assertThat(client.send(HttpRequest.newBuilder(at("/submission"))
                                .header("X-OpenRosa-Version", "1.0")
                                .header("Content-Type", "text/xml")
                                .POST(BodyPublishers.ofString("<data/>")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void readsNoEntities() {
        String outside = "<!DOCTYPE data [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + instance("uuid:" + UUID.randomUUID(), "&x;", "");
        String laughs = "<!DOCTYPE data [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + instance("uuid:" + UUID.randomUUID(), "&b;", "");
        assertThat(submit(outside).statusCode()).isEqualTo(400);
        assertThat(submit(laughs).statusCode()).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesABodyThatWasCutOff() {
        String cut =
                "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n<data";
        assertThat(client.send(HttpRequest.newBuilder(at("/submission"))
                                .header("X-OpenRosa-Version", "1.0")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(cut)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void saysThatABodyIsTooLargeBeforeItComes() throws Exception {
        String head = "POST " + at("/submission").getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "X-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 100000001\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine())
                    .startsWith("HTTP/1.1 413");
        }
        assertThat(stored()).isZero();
    }

    private void holdsOneFile(Path folder) throws IOException {
        try (Stream<Path> kept = Files.walk(folder)) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private Path folder() {
        return settings.data()
                .resolve("files")
                .resolve(campaigns.get(campaign).organisation().toString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + "/openrosa/" + token + path);
    }

    private HttpResponse<String> submit(String xml) {
        return submit(xml, Map.of());
    }

    private HttpResponse<String> submit(String xml, Map<String, byte[]> files) {
        Map<String, Object> parts = new java.util.LinkedHashMap<>();
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.putAll(files);
        return post(parts);
    }

    private HttpResponse<String> submitFrom(String device, String xml) {
        return post(device, Map.of("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> post(Map<String, Object> parts) {
        return post("test", parts);
    }

    private HttpResponse<String> post(String device, Map<String, Object> parts) {
        return new Visitor(port).postFiles("/openrosa/" + token + "/submission?deviceID=" + device, parts, VERSION);
    }

    private String instance(String id, String depth, String replaces) {
        String ids = (id.isEmpty() ? "" : "<instanceID>" + id + "</instanceID>")
                + (replaces.isEmpty() ? "" : "<deprecatedID>" + replaces + "</deprecatedID>");
        return "<data id=\"" + formId + "\" version=\"1\"><depth>" + depth + "</depth><photo/><meta>" + ids
                + "</meta></data>";
    }

    private int stored() {
        return jdbc.sql("select count(*) from campaigns.submission where campaign_id = :campaign and not replaced")
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    private List<String> depths() {
        return jdbc.sql("select answers ->> 'depth' from campaigns.submission"
                        + " where campaign_id = :campaign and not replaced")
                .param("campaign", campaign)
                .query(String.class)
                .list();
    }

    private List<String> files() {
        return jdbc.sql("""
                        select a.name || ' ' || coalesce(f.size_bytes || ' bytes', 'missing')
                        from campaigns.attachment a join campaigns.submission s on s.id = a.submission_id
                        left join frame.file f on f.id = a.file_id where s.campaign_id = :campaign""").param("campaign", campaign).query(String.class).list();
    }
}
