package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.coyote.AbstractProtocol;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be taken, in the codes of the field's reference server; and entities, which that one reads. */
@HubTest
class OpenRosaRefusalsTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Autowired
    ServletWebServerApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.open(port, beans, Drawn.campaign("Wells"), Door.WELLS);
    }

    @Test
    void knowsItsFormsAndTheirVersions() {
        String xml = door.instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(door.submit(xml.replace("version=\"1\"", "version=\"9\"")).statusCode())
                .isEqualTo(404);
        assertThat(door.submit(xml.replace(door.form.formId(), "no-such-form")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNothingOnceClosed() {
        assertThat(door.submit(door.instance("uuid:" + UUID.randomUUID(), "deep", ""))
                        .statusCode())
                .isEqualTo(201);
        campaigns.setState(door.campaign.id(), Campaign.State.CLOSED);
        String late = door.instance("uuid:" + UUID.randomUUID(), "late", "");
        assertThat(door.submit(late).statusCode()).isEqualTo(409);
        assertThat(door.stored()).isEqualTo(1);
        campaigns.setState(door.campaign.id(), Campaign.State.OPEN);
        assertThat(door.submit(late).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsNoFileOfWhatItCannotTake() {
        String unknown =
                door.instance("uuid:" + UUID.randomUUID(), "deep", "").replace(door.form.formId(), "no-such-form");
        assertThat(door.submit(unknown, Map.of("p.jpg", new byte[] {1})).statusCode())
                .isEqualTo(404);
        campaigns.setState(door.campaign.id(), Campaign.State.CLOSED);
        String late = door.instance("uuid:" + UUID.randomUUID(), "deep", "");
        assertThat(door.submit(late, Map.of("p.jpg", new byte[] {1})).statusCode())
                .isEqualTo(409);
        assertThat(door.folder()).doesNotExist();
    }

    @Test
    void refusesWhatIsNoSubmission() {
        assertThat(door.post(Map.of("something_else", "<data/>".getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(door.submit("<data id=\"").statusCode()).isEqualTo(400);
        assertThat(door.submit("<data><a></data>").body()).contains("The XML is broken at line 1");
        assertThat(door.submit("<data><a/></data>").body()).contains("names no form");
        assertThat(door.client
                        .send(HttpRequest.newBuilder(door.at("/submission"))
                                .header("X-OpenRosa-Version", "1.0")
                                .header("Content-Type", "text/xml")
                                .POST(BodyPublishers.ofString("<data/>")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(door.stored()).isZero();
    }

    @Test
    void readsNoEntities() {
        String outside = "<!DOCTYPE data [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + door.instance("uuid:" + UUID.randomUUID(), "&x;", "");
        String laughs = "<!DOCTYPE data [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + door.instance("uuid:" + UUID.randomUUID(), "&b;", "");
        assertThat(door.submit(outside).statusCode()).isEqualTo(400);
        assertThat(door.submit(laughs).statusCode()).isEqualTo(400);
        assertThat(door.stored()).isZero();
    }

    @Test
    void refusesABodyThatWasCutOff() {
        String cut =
                "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n<data";
        assertThat(door.client
                        .send(HttpRequest.newBuilder(door.at("/submission"))
                                .header("X-OpenRosa-Version", "1.0")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(cut)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(door.stored()).isZero();
    }

    /** The container answers itself then; a client must be able to read that as well. */
    @Test
    void tellsAClientWhoseLineFellSilentInItsOwnProtocol() throws Exception {
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) ((TomcatWebServer) hub.getWebServer())
                .getTomcat()
                .getConnector()
                .getProtocolHandler();
        int patience = protocol.getConnectionTimeout();
        protocol.setConnectionTimeout(300);
        try (Socket socket = new Socket("localhost", port)) {
            String begun = "POST " + door.at("/submission").getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "X-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 5000\r\n\r\n--b\r\n"
                    + "Content-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n<data";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("X-OpenRosa-Version: 1.0", "text/xml", "http://openrosa.org/http/response")
                    .contains("nature=\"error\"", "Send it again")
                    .doesNotContain("<html");
        } finally {
            protocol.setConnectionTimeout(patience);
        }
        assertThat(door.stored()).isZero();
    }

    /** Of two the last would win, and nobody would be told. */
    @Test
    void refusesTwoFilesOfOneName() {
        String id = "uuid:" + UUID.randomUUID();
        String xml = door.instance(id, "deep", "").replace("<photo/>", "<photo>p1.jpg</photo>");
        // Only the last word of a path is the name.
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.put("a/p1.jpg", new byte[] {1});
        parts.put("b/p1.jpg", new byte[] {2});
        HttpResponse<String> answer = door.post(parts);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("two different files of one name", "p1.jpg");
        assertThat(door.stored()).isZero();
        parts.put("b/p1.jpg", new byte[] {1});
        assertThat(door.post(parts).statusCode()).as("twice the same").isEqualTo(201);
        assertThat(door.files()).containsExactly("p1.jpg 1 bytes");
    }

    /** What stands in the log beside the fault, so that who keeps the hub finds it. */
    @Test
    void tellsTheNumberOfAFaultOfOurs() {
        String zone = door.campaign.zone().getId();
        HttpResponse<String> answer;
        try {
            setZone("Nowhere/None");
            answer = door.get("/formList");
        } finally {
            setZone(zone);
        }
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
        assertThat(answer.body())
                .contains("nature=\"error\"")
                .containsPattern("this number: [0-9a-z]{6,}\\.")
                .doesNotContain("Exception", "Nowhere");
    }

    private void setZone(String zone) {
        jdbc.sql("update campaigns.campaign set zone = :zone where id = :id")
                .param("zone", zone)
                .param("id", door.campaign.id())
                .update();
    }

    @Test
    void tellsOfAddressesThatAreNoneInItsOwnProtocol() {
        for (String path : List.of("/forms/nonsense.xml", "/nonsense", "/nonsense/deeper")) {
            HttpResponse<String> answer = door.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("X-OpenRosa-Version"))
                    .as(path)
                    .hasValue("1.0");
            assertThat(answer.body()).contains("nature=\"error\"");
        }
        HttpResponse<String> wrong =
                door.client.send(HttpRequest.newBuilder(door.at("/formList")).DELETE());
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.body()).contains("nature=\"error\"");
    }

    @Test
    void saysThatABodyIsTooLargeBeforeItComes() throws Exception {
        String head = "POST " + door.at("/submission").getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "X-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 100000001\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine())
                    .startsWith("HTTP/1.1 413");
        }
        assertThat(door.stored()).isZero();
    }
}
