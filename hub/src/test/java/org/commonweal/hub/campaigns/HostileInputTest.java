package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.review.Decisions;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes to the door of form clients broken, too large, without consent, or while the disk is full. */
@HubTest
class HostileInputTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    @Qualifier("org.commonweal.hub.campaigns.dataset.CampaignDataset")
    Dataset dataset;

    @Autowired
    Decisions decisions;

    @Autowired
    Invitations invitations;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.open(
                port, beans, Drawn.campaign("Wells").consent(Text.of("en", "We ask you about wells")), Door.WELLS);
    }

    /** As ODK Collect writes it: the group with what was acknowledged, «OK» (ODK XForms, «trigger»). */
    @Test
    void takesWhatWasAgreedToInTheWordingOfTheForm() {
        assertThat(submit(consent("1", "OK")).statusCode()).isEqualTo(201);
        for (String refused : List.of(
                consent("1", ""),
                consent("1", "no"),
                "<commonweal_consent/>",
                "<commonweal_consent><version>1</version></commonweal_consent>")) {
            HttpResponse<String> answer = submit(refused);
            assertThat(answer.statusCode()).as(refused).isEqualTo(400);
            assertThat(answer.body())
                    .contains("nature=\"error\"", "The consent at the beginning is not given")
                    .contains("http://openrosa.org/http/response");
        }
        HttpResponse<String> other = submit(consent("2", "OK"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("another wording");
        assertThat(door.stored()).isEqualTo(1);
    }

    /** No client that shows the form leaves the group out; nothing is lost, and a reviewer sees that it is missing. */
    @Test
    void keepsWhatSaysNothingOfConsentApart() {
        assertThat(submit(consent("1", "OK")).statusCode()).isEqualTo(201);
        String silent = instance("");
        assertThat(door.submit(silent, Map.of()).statusCode()).isEqualTo(201);
        assertThat(door.submit(silent, Map.of()).body()).contains("here already");
        assertThat(door.stored()).isEqualTo(2);
        UUID apart = jdbc.sql("select id from campaigns.submission where campaign_id = :campaign and xml = :xml")
                .param("campaign", door.campaign.id())
                .param("xml", silent)
                .query(UUID.class)
                .single();
        Visitor reviewer = new Visitor(port)
                .signIn(invitations.make("reviewer", Scope.organisation(door.campaign.organisation()), "test"));
        assertThat(reviewer.get(door.campaign.path() + "/review/" + apart).body())
                .contains("No consent came with this");

        assertThat(decisions.approveWaiting(door.campaign.id())).isEqualTo(1);
        assertThat(approve(apart, " ")).isZero();
        assertThat(counted())
                .as("what findings are made of")
                .doesNotContain(apart)
                .hasSize(1);

        assertThat(approve(apart, "Signed on paper, sheet 7.")).isEqualTo(1);
        assertThat(counted()).contains(apart).hasSize(2);
        assertThat(jdbc.sql("select verb || ': ' || note from campaigns.step where submission_id = :id")
                        .param("id", apart)
                        .query(String.class)
                        .list())
                .containsExactly("approved: Signed on paper, sheet 7.");
    }

    private int approve(UUID submission, String words) {
        return decisions.decide(Decisions.Verb.APPROVE, door.campaign.id(), List.of(submission), words);
    }

    private List<UUID> counted() {
        dataset.prepare(door.campaign.id());
        return dataset.rows(door.campaign.id(), List.of("depth")).stream()
                .map(Dataset.Row::submission)
                .toList();
    }

    /** The index of the database could not hold them, and whoever sends would be told to send again for ever. */
    @Test
    void refusesIdentifiersThatItCannotHold() {
        String longest = "uuid:" + "é".repeat(250);
        assertThat(named("instanceID", longest).statusCode()).isEqualTo(201);
        for (String name : List.of("instanceID", "deprecatedID")) {
            HttpResponse<String> answer = named(name, longest + "x");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("The " + name + " may have 255 characters, this one has 256.");
            for (String unseen : List.of("\u00a0", "a\u200bb", "a\nb", "&#0;"))
                assertThat(named(name, unseen).statusCode()).as(unseen).isEqualTo(400);
        }
        assertThat(door.stored()).isEqualTo(1);
    }

    private HttpResponse<String> named(String name, String identifier) {
        String own = instance(consent("1", "OK"));
        return door.submit(
                name.equals("instanceID")
                        ? own.replaceFirst("uuid:[0-9a-f-]+", identifier)
                        : own.replace(
                                "</orx:meta>", "<orx:deprecatedID>" + identifier + "</orx:deprecatedID></orx:meta>"),
                Map.of());
    }

    /** A client that is told of a fault of ours tries for ever. */
    @Test
    void saysWhatIsWrongWithAFilesName() {
        for (String broken : List.of("a\0b.jpg", "photos/a\0.jpg")) {
            HttpResponse<String> answer = sendWithFile(broken);
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.body()).contains("nature=\"error\"", "A file's name has a character");
        }
        for (String tooLong : List.of("x".repeat(201), "x".repeat(300), "ع".repeat(300), "x".repeat(5_000))) {
            HttpResponse<String> answer = sendWithFile(tooLong);
            assertThat(answer.statusCode()).as(tooLong).isEqualTo(400);
            assertThat(answer.body()).contains("A file's name is too long").doesNotContain("MB");
        }
        assertThat(door.stored()).isZero();
        assertThat(sendWithFile("x".repeat(200)).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> sendWithFile(String fileName) {
        return sendBody(
                ("--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n"
                                + instance(consent("1", "OK"))
                                + "\r\n--b\r\nContent-Disposition: form-data; name=\"f\";"
                                + " filename=\"" + fileName + "\"\r\n\r\nx\r\n--b--\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> sendBody(byte[] body) {
        return new Visitor(port)
                .send(HttpRequest.newBuilder(door.at("/submission"))
                        .header("X-OpenRosa-Version", "1.0")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** A letter that can't be read would be stored as another, and nobody would know. */
    @Test
    void takesAnswersInUtf8Only() {
        String own = instance(consent("1", "OK")).replace("<depth>12</depth>", "<depth>très profond</depth>");
        for (String head : List.of("<?xml version='1.0' ?>", "<?xml version='1.0' encoding='ISO-8859-1' ?>")) {
            HttpResponse<String> latin =
                    sendXml(own.replace("<?xml version='1.0' ?>", head).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(latin.statusCode()).as(head).isEqualTo(400);
            assertThat(latin.body()).contains("nature=\"error\"", "not in UTF-8");
        }
        String declared = own.replace("<?xml version='1.0' ?>", "<?xml version='1.0' encoding='ISO-8859-1' ?>");
        HttpResponse<String> byChance = sendXml(declared.getBytes(StandardCharsets.UTF_8));
        assertThat(byChance.statusCode()).isEqualTo(400);
        assertThat(byChance.body()).contains("says that it is in ‹ISO-8859-1›");
        assertThat(sendXml(own.getBytes(StandardCharsets.UTF_16)).statusCode()).isEqualTo(400);
        assertThat(door.stored()).isZero();
        assertThat(sendXml(own.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(201);
        assertThat(door.depths()).containsExactly("très profond");
        assertThat(sendXml(declared.replace("très", "tres")
                                .replaceFirst("uuid:[0-9a-f-]+", "uuid:" + UUID.randomUUID())
                                .getBytes(StandardCharsets.ISO_8859_1))
                        .statusCode())
                .as("the same in both")
                .isEqualTo(201);
    }

    private HttpResponse<String> sendXml(byte[] xml) {
        return door.post(Map.of("xml_submission_file", xml));
    }

    @Test
    void refusesABodyOverTheLimitWithoutHoldingIt() {
        String head = "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n"
                + instance(consent("1", "OK")).replace("<photo/>", "<photo>p.jpg</photo>")
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"p.jpg\";"
                + " filename=\"p.jpg\"\r\n\r\n";
        HttpResponse<String> file = send(head, 61_000_000);
        assertThat(file.statusCode()).isEqualTo(413);
        assertThat(file.body()).contains("nature=\"error\"");
        String xml =
                "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n<a>";
        assertThat(send(xml, 5_000_000).statusCode()).isEqualTo(413);
        assertThat(door.stored()).isZero();
    }

    /** The folder of the organisation's files can't be written, as when the disk is full. */
    @Test
    void saysThatItCannotStoreAndLosesNothingThatItAcknowledged() throws IOException {
        byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};
        String before = instance(consent("1", "OK")).replace("<photo/>", "<photo>p.jpg</photo>");
        assertThat(door.submit(before, Map.of("p.jpg", photo)).statusCode()).isEqualTo(201);
        Path folder = settings.data()
                .resolve("files")
                .resolve(door.campaign.organisation().toString());
        Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
        Files.move(folder, aside);
        Files.createFile(folder);
        String during = instance(consent("1", "OK")).replace("<photo/>", "<photo>q.jpg</photo>");
        try {
            HttpResponse<String> answer = door.submit(during, Map.of("q.jpg", photo));
            assertThat(answer.statusCode()).isEqualTo(507);
            assertThat(answer.body())
                    .contains("nature=\"error\"", "send it again later")
                    .doesNotContain("Exception");
            assertThat(door.stored()).isEqualTo(1);
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
        assertThat(door.submit(during, Map.of("q.jpg", photo)).statusCode()).isEqualTo(201);
        assertThat(door.submit(before, Map.of("p.jpg", photo)).body()).contains("here already");
        assertThat(door.stored()).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(a.file_id) from campaigns.attachment a"
                                        + " join campaigns.submission s on s.id = a.submission_id where s.campaign_id = :campaign")
                        .param("campaign", door.campaign.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static String consent(String version, String agreed) {
        return "<commonweal_consent><version>" + version + "</version><agreed>" + agreed
                + "</agreed></commonweal_consent>";
    }

    private String instance(String consent) {
        return "<?xml version='1.0' ?><data xmlns:orx=\"http://openrosa.org/xforms\" id=\"" + door.form.formId()
                + "\" version=\"1\">" + consent + "<depth>12</depth><photo/><orx:meta><orx:instanceID>uuid:"
                + UUID.randomUUID() + "</orx:instanceID></orx:meta></data>";
    }

    private HttpResponse<String> submit(String consent) {
        return door.submit(instance(consent));
    }

    private HttpResponse<String> send(String head, int fillingBytes) {
        InputStream filling = new InputStream() {
            private int left = fillingBytes;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) return -1;
                int count = Math.min(left, length);
                java.util.Arrays.fill(into, from, from + count, (byte) 'x');
                left -= count;
                return count;
            }
        };
        InputStream body = new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), filling),
                new ByteArrayInputStream("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8)));
        return new Visitor(port)
                .send(HttpRequest.newBuilder(door.at("/submission"))
                        .header("X-OpenRosa-Version", "1.0")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofInputStream(() -> body)));
    }
}
