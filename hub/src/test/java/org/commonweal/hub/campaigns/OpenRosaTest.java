package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions, as the field's reference server takes them (OpenRosa 1.0), and fifty at once, which it does not hold. */
@HubTest
class OpenRosaTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Tokens tokens;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.open(port, beans, Drawn.campaign("Wells"), Door.WELLS);
    }

    @Test
    void storesANewSubmissionOnceHoweverOftenItComes() {
        String xml = door.instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(door.submit(xml).statusCode()).isEqualTo(201);
        assertThat(door.submit(xml).statusCode()).isEqualTo(201);
        assertThat(door.stored()).isEqualTo(1);
    }

    /** While no public address is set, nobody but this client knows where the hub can be reached. */
    @Test
    void tellsThePrivateLinkWhereTheClientCanOpenIt() {
        byte[] xml = door.instance("uuid:" + UUID.randomUUID(), "deep", "").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = door.client.postFiles(
                "/openrosa/" + door.token + "/submission",
                Map.of("xml_submission_file", xml),
                Map.of("X-OpenRosa-Version", "1.0", "X-Forwarded-For", "10.0.0.9", "X-Forwarded-Host", "10.0.0.1"));
        assertThat(answer.body())
                .contains("http://10.0.0.1:" + port + "/reports/")
                .doesNotContain("localhost");
    }

    @Test
    void takesFiftyOfTheSameAtOnceAsOne() throws Exception {
        String xml = door.instance("uuid:" + UUID.randomUUID(), "deep", "");
        try (var pool = Executors.newFixedThreadPool(25)) {
            List<Future<Integer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> door.submit(xml).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(door.stored()).isEqualTo(1);
    }

    @Test
    void refusesOtherAnswersUnderTheSameIdentifier() {
        String id = "uuid:" + UUID.randomUUID();
        door.submit(door.instance(id, "deep", ""));
        HttpResponse<String> answer = door.submit(door.instance(id, "shallow", ""));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("nature=\"error\"");
        assertThat(door.stored()).isEqualTo(1);
    }

    @Test
    void takesASubmissionWithoutAnIdentifierOnce() {
        String xml = door.instance("", "deep", "");
        assertThat(door.submit(xml).body()).contains("/reports/");
        HttpResponse<String> again = door.submit(xml);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body())
                .as("perhaps somebody else who answers the same")
                .doesNotContain("/reports/");
        assertThat(door.stored()).as("told from others by its content").isEqualTo(1);
        assertThat(door.submit(door.instance("", "deeper", "")).statusCode()).isEqualTo(201);
        assertThat(door.stored()).isEqualTo(2);
    }

    /** Two people may answer the same: the second one's report is a report of its own. */
    @Test
    void takesTheSameAnswersOfTwoSendersAsTwo() {
        String xml = door.instance("", "deep", "");
        for (String device : List.of("telephone-1", "telephone-2", "telephone-1", "")) {
            HttpResponse<String> answer = door.submitFrom(device, xml);
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        assertThat(door.stored())
                .as("two telephones, and one that says nothing")
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(distinct sha256) from campaigns.submission where campaign_id = :campaign")
                        .param("campaign", door.campaign.id())
                        .query(Integer.class)
                        .single())
                .as("rows that findings can tell apart")
                .isEqualTo(3);
        HttpResponse<String> again = door.submitFrom("", xml);
        assertThat(again.body()).contains("kept once").doesNotContain("Nothing is lost");
        door.token = door.makeToken("Household 2");
        assertThat(door.submitFrom("", xml).statusCode()).isEqualTo(201);
        assertThat(door.stored()).as("and another household's").isEqualTo(4);
    }

    /** A question may have the name of what stands in the meta group. */
    @Test
    void readsIdentifiersFromTheMetaGroupOnly() {
        String id = "uuid:" + UUID.randomUUID();
        String xml = door.instance(id, "deep", "")
                .replace("<photo/>", "<photo/><well><deprecatedID>uuid:x</deprecatedID></well>")
                .replace("</meta>", "</meta><instanceID>pump 7</instanceID>");
        assertThat(door.submit(xml).statusCode()).isEqualTo(201);
        assertThat(jdbc.sql("select instance_id from campaigns.submission where campaign_id = :campaign")
                        .param("campaign", door.campaign.id())
                        .query(String.class)
                        .single())
                .isEqualTo(id);
    }

    @Test
    void addsAPhotoThatComesLater() {
        String xml =
                door.instance("uuid:" + UUID.randomUUID(), "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        assertThat(door.submit(xml).statusCode()).isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg missing");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2, 3})).statusCode())
                .isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg 3 bytes");
    }

    /** The first may have been cut off on its way: as long as nobody has decided, the next one counts. */
    @Test
    void takesAnotherFileInTheFirstOnesPlace() {
        for (String state : List.of("received", "asked")) {
            String id = "uuid:" + UUID.randomUUID();
            String xml = door.instance(id, "deep", "").replace("<photo/>", "<photo>" + id + ".jpg</photo>");
            String name = id + ".jpg";
            door.submit(xml, Map.of(name, new byte[] {1, 2}));
            decide(id, state);
            int references = references();
            HttpResponse<String> other = door.submit(xml, Map.of(name, new byte[] {1, 2, 3}));
            assertThat(other.statusCode()).as(state).isEqualTo(201);
            assertThat(other.body()).contains("in the place of", "/reports/");
            assertThat(door.files()).contains(name + " 3 bytes").doesNotContain(name + " 2 bytes");
            assertThat(references()).as("the first is let go").isEqualTo(references);
            door.submit(xml, Map.of(name, new byte[] {1, 2, 3}));
            assertThat(history(id)).containsExactly("contributor file-exchanged " + name);
        }
    }

    @Test
    void takesNoFileInAnothersPlaceFromAnotherDevice() {
        String xml =
                door.instance("uuid:" + UUID.randomUUID(), "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2}));
        assertThat(door.submitFrom("other", xml, Map.of("p1.jpg", new byte[] {1, 2, 3}))
                        .statusCode())
                .isEqualTo(409);
        assertThat(door.files()).containsExactly("p1.jpg 2 bytes");
    }

    @Test
    void takesAFileOfNoBytesForOneThatHasNotCome() {
        String id = "uuid:" + UUID.randomUUID();
        String xml = door.instance(id, "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[0])).statusCode()).isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg missing");
        decide(id, "approved");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[] {1})).statusCode())
                .isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg 1 bytes");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[0])).statusCode()).isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg 1 bytes");
        assertThat(history(id)).isEmpty();
    }

    private void decide(String id, String state) {
        assertThat(jdbc.sql("update campaigns.submission set state = :state where instance_id = :id")
                        .param("state", state)
                        .param("id", id)
                        .update())
                .isEqualTo(1);
    }

    private List<String> history(String id) {
        return jdbc.sql(
                        "select t.actor || ' ' || t.verb || ' ' || t.note from campaigns.step t"
                                + " join campaigns.submission s on s.id = t.submission_id where s.instance_id = :id order by t.id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Whoever decided on the report saw the first one; the second must not be lost without a word. */
    @Test
    void saysThatAnotherFileOfTheSameNameIsThereAlready() throws Exception {
        String id = "uuid:" + UUID.randomUUID();
        String xml = door.instance(id, "deep", "").replace("<photo/>", "<photo>p1.jpg</photo><photo>p2.jpg</photo>");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2, 3})).statusCode())
                .isEqualTo(201);
        decide(id, "approved");
        HttpResponse<String> other = door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2}, "p2.jpg", new byte[] {9}));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body())
                .contains("nature=\"error\"", "another file", "delete this form")
                .doesNotContain("/reports/");
        assertThat(door.files()).containsExactlyInAnyOrder("p1.jpg 3 bytes", "p2.jpg 1 bytes");
        assertThat(door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2, 3})).body())
                .contains("Nothing is lost");
    }

    @Test
    void keepsOneOfTwoFilesThatComeAtOnceUnderTheSameName() throws Exception {
        String xml =
                door.instance("uuid:" + UUID.randomUUID(), "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> door.submit(xml, Map.of("p1.jpg", new byte[1 + i % 2]))
                            .statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(references()).isEqualTo(1);
    }

    /** Else the content would stay on the disk once the report is taken back. */
    @Test
    void refersOnceToAFileHoweverOftenItComes() {
        String xml =
                door.instance("uuid:" + UUID.randomUUID(), "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        for (int i = 0; i < 3; i++)
            assertThat(door.submit(xml, Map.of("p1.jpg", new byte[] {1, 2, 3})).statusCode())
                    .isEqualTo(201);
        assertThat(references()).isEqualTo(1);
    }

    private int references() {
        return jdbc.sql("select count(*) from frame.file where scope = :organisation")
                .param("organisation", door.campaign.organisation())
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsTheFilesThatAnswersNameAndNoOthers() {
        byte[] content = "no picture".getBytes(StandardCharsets.UTF_8);
        String xml = door.instance("uuid:" + UUID.randomUUID(), "stray.jpg", "")
                .replace("<photo/>", "<photo>p1.jpg</photo><photo>p2.jpg</photo>");
        Map<String, Object> parts = new java.util.LinkedHashMap<>();
        parts.put("early.jpg", content);
        parts.put("p1.jpg", content);
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.put("stray.jpg", "named where no file is asked for".getBytes(StandardCharsets.UTF_8));
        parts.put("p2.jpg", content);
        assertThat(door.post(parts).statusCode()).isEqualTo(201);
        assertThat(door.files()).containsExactlyInAnyOrder("p1.jpg 10 bytes", "p2.jpg 10 bytes");
        assertThat(door.folder()).as("equal ones are kept once").satisfies(folder -> holdsOneFile(folder));
    }

    private void holdsOneFile(Path folder) throws IOException {
        try (Stream<Path> kept = Files.walk(folder)) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void slowsDownADeviceThatSendsTooMuchAndNoOther() {
        // The allowance is as the first look at it says: a small one here, which is used up at once.
        UUID id = tokens.find(new Secret(door.token)).orElseThrow().id();
        assertThat(limits.allows("submissions", id + "test", 1, Duration.ofDays(1)))
                .isTrue();
        String xml = door.instance("uuid:" + UUID.randomUUID(), "deep", "");
        HttpResponse<String> answer = door.submit(xml);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("nature=\"error\"");
        assertThat(door.stored()).isZero();
        assertThat(door.submitFrom("another", xml).statusCode()).isEqualTo(201);
    }

    /** One address for all of them: half with a key of their own, half with one that they share. */
    @Test
    void letsAVillageInBehindOneAddress() {
        UUID shared = tokens.find(new Secret(door.token)).orElseThrow().id();
        limits.allows("submissions", shared + "telephone-0", 1, Duration.ofDays(1));
        String sharedToken = door.token;
        for (int i = 1; i <= 40; i++) {
            door.token = i % 2 == 0 ? sharedToken : door.makeToken("Household " + i);
            assertThat(door.submitFrom("telephone-" + i, door.instance("uuid:" + UUID.randomUUID(), "deep " + i, ""))
                            .statusCode())
                    .isEqualTo(201);
        }
        door.token = sharedToken;
        assertThat(door.submitFrom("telephone-0", door.instance("uuid:" + UUID.randomUUID(), "too much", ""))
                        .statusCode())
                .isEqualTo(429);
        assertThat(door.depths()).hasSize(40).doesNotContain("too much");
    }
}
