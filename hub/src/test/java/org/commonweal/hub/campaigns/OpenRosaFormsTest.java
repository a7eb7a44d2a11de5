package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client of OpenRosa 1.0 asks before it sends anything: who may, which forms there are, and how they read. */
@HubTest
class OpenRosaFormsTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.open(port, beans, Drawn.campaign("Wells"), Door.WELLS);
    }

    @Test
    void announcesItselfWithoutABody() {
        HttpResponse<String> answer = door.client.send(HttpRequest.newBuilder(door.at("/submission"))
                .method("HEAD", BodyPublishers.noBody())
                .header("X-OpenRosa-Version", "1.0"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers()
                        .firstValueAsLong("X-OpenRosa-Accept-Content-Length")
                        .orElse(0))
                .isGreaterThan(1_000_000);
        assertThat(answer.headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    @Test
    void refusesARequestThatNamesNoVersionOfTheProtocol() {
        assertThat(door.client.get("/openrosa/" + door.token + "/formList").statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsTheOpenFormWithAnAddressThatServesIt() {
        String list = door.client
                .get("/openrosa/" + door.token + "/formList", Door.VERSION)
                .body();
        assertThat(list)
                .contains("http://openrosa.org/xforms/xformsList", "<formID>" + door.form.formId() + "</formID>")
                .contains("<hash>md5:" + door.form.md5() + "</hash>");
        String address = list.replaceAll("(?s).*<downloadUrl>(.*?)</downloadUrl>.*", "$1");
        assertThat(address).startsWith("http://localhost:" + port + "/openrosa/" + door.token + "/forms/");
        assertThat(door.client.get(URI.create(address).getPath(), Door.VERSION).body())
                .isEqualTo(door.form.xform());
    }

    @Test
    void listsAddressesThatLetInWhoeverBroughtTheTokenAsAParameter() {
        String list = door.client
                .get("/openrosa/formList?st=" + door.token, Door.VERSION)
                .body();
        URI address = URI.create(list.replaceAll("(?s).*<downloadUrl>(.*?)</downloadUrl>.*", "$1"));
        assertThat(address.getQuery()).isEqualTo("st=" + door.token);
        assertThat(door.client
                        .get(address.getPath() + "?" + address.getRawQuery(), Door.VERSION)
                        .body())
                .isEqualTo(door.form.xform());
        assertThat(door.client.get(address.getPath(), Door.VERSION).statusCode())
                .as("without it")
                .isEqualTo(401);
        assertThat(door.client
                        .get("/openrosa/formList", with("Authorization", "Bearer " + door.token))
                        .body())
                .as("a header is sent each time")
                .doesNotContain("?st=", door.token);
    }

    /** ODK Collect follows what it is told: by the proxy's name who came by that, by the house's who is in the house. */
    @Test
    void listsTheAddressByWhichEachClientCame() throws Exception {
        String outside = door.client
                .get(
                        "/openrosa/" + door.token + "/formList",
                        Map.of(
                                "X-OpenRosa-Version", "1.0",
                                "X-Forwarded-For", "203.0.113.7",
                                "X-Forwarded-Proto", "https",
                                "X-Forwarded-Host", "hub.example.org"))
                .body();
        assertThat(outside)
                .contains("<downloadUrl>https://hub.example.org/openrosa/" + door.token + "/forms/" + door.form.id());
        try (Socket socket = new Socket("localhost", port)) {
            String asked = "GET /openrosa/formList?st=" + door.token + " HTTP/1.1\r\nHost: 192.168.1.7:8080\r\n"
                    + "X-OpenRosa-Version: 1.0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("<downloadUrl>http://192.168.1.7:8080/openrosa/forms/" + door.form.id() + ".xml?st="
                            + door.token);
        }
    }

    @Test
    void tellsAWrongTokenFromNone() {
        assertThat(door.client
                        .get("/openrosa/no-such-token/formList", Door.VERSION)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> none = door.client.get("/openrosa/formList", Door.VERSION);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(door.client
                        .get("/openrosa/formList?st=" + door.token, Door.VERSION)
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.client
                        .get("/openrosa/formList", with("Authorization", "Bearer " + door.token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAPasswordOverHttpsOnly() {
        String basic = "Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString(("collect:" + door.token).getBytes(StandardCharsets.UTF_8));
        assertThat(door.client
                        .get("/openrosa/formList", with("Authorization", basic))
                        .statusCode())
                .isEqualTo(403);
        assertThat(door.client
                        .get(
                                "/openrosa/formList",
                                Map.of(
                                        "X-OpenRosa-Version",
                                        "1.0",
                                        "Authorization",
                                        basic,
                                        "X-Forwarded-Proto",
                                        "https"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysTheProtocolTheDateAndTheLanguageOfEachDocument() {
        List<String> documents = List.of(
                "/formList", "/forms/" + door.form.id() + ".xml", "/manifest", "/forms/" + door.campaign.id() + ".xml");
        for (String document : documents) {
            HttpResponse<String> answer = door.get(document);
            assertThat(answer.headers().firstValue("X-OpenRosa-Version"))
                    .as(document)
                    .hasValue("1.0");
            assertThat(answer.headers().firstValue("Date")).as(document).isPresent();
            assertThat(answer.headers().firstValue("Content-Language"))
                    .as(document)
                    .hasValue("en");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(document)
                    .startsWith("text/xml");
        }
    }

    /** No form of ours brings files along: the list names no manifest, and who asks for one gets none. */
    @Test
    void hasNoMedia() {
        assertThat(door.get("/formList").body()).doesNotContain("manifestUrl");
        HttpResponse<String> manifest = door.get("/manifest");
        assertThat(manifest.statusCode()).isEqualTo(200);
        assertThat(manifest.body())
                .contains("http://openrosa.org/xforms/xformsManifest")
                .doesNotContain("mediaFile");
    }

    @Test
    void listsTheNewestVersionAlone() {
        ServedForm newer =
                Drawn.serve(forms, door.campaign, "2", "# survey\ntype | name | label\ntext | depth | How deep now?\n");
        assertThat(door.get("/formList").body())
                .contains("<version>2</version>", newer.id() + ".xml")
                .doesNotContain("<version>1</version>");
        assertThat(door.get("/forms/" + door.form.id() + ".xml").body())
                .as("who has begun an older one")
                .isEqualTo(door.form.xform());
    }

    @Test
    void listsTheFormThatIsAskedFor() {
        assertThat(door.get("/formList?formID=" + door.form.formId()).body()).contains("<formID>");
        assertThat(door.get("/formList?formID=another").body()).doesNotContain("<formID>");
    }

    @Test
    void listsNothingOnceClosed() {
        assertThat(door.get("/formList").body()).contains("<formID>");
        campaigns.setState(door.campaign.id(), Campaign.State.CLOSED);
        assertThat(door.get("/formList").body()).doesNotContain("<formID>");
    }

    @Test
    void servesNoFormOfAnotherCampaign() {
        Campaign other = Drawn.campaign("Springs").open(campaigns);
        door.token = tokens.make(other.id(), "collect", "test").text();
        assertThat(door.get("/forms/" + door.form.id() + ".xml").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of("X-OpenRosa-Version", "1.0", name, value);
    }
}
