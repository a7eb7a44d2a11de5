package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client of OpenRosa 1.0 asks before it sends anything: who may, which forms there are, and how they read. */
@HubTest
class OpenRosaFormsTest {
    private static final Map<String, String> VERSION = Map.of("X-OpenRosa-Version", "1.0");

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    private Campaign campaign;
    private ServedForm form;
    private String token;
    private Visitor client;

    @BeforeEach
    void openACampaign() {
        campaign = Drawn.campaign("Wells").open(campaigns);
        form = Drawn.serve(forms, campaign, "1", "# survey\ntype | name | label\ntext | depth | How deep?\n");
        token = tokens.make(campaign.id(), "collect", "test").text();
        client = new Visitor(port);
    }

    @Test
    void announcesItselfWithoutABody() {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(at("/submission"))
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
        assertThat(client.get("/openrosa/" + token + "/formList").statusCode()).isEqualTo(400);
    }

    @Test
    void listsTheOpenFormWithAnAddressThatServesIt() {
        String list = client.get("/openrosa/" + token + "/formList", VERSION).body();
        assertThat(list)
                .contains("http://openrosa.org/xforms/xformsList", "<formID>" + form.formId() + "</formID>")
                .contains("<hash>md5:" + form.md5() + "</hash>");
        String address = list.replaceAll("(?s).*<downloadUrl>(.*?)</downloadUrl>.*", "$1");
        assertThat(address).startsWith("http://localhost:" + port + "/openrosa/" + token + "/forms/");
        assertThat(client.get(URI.create(address).getPath(), VERSION).body()).isEqualTo(form.xform());
    }

    @Test
    void tellsAWrongTokenFromNone() {
        assertThat(client.get("/openrosa/no-such-token/formList", VERSION).statusCode())
                .isEqualTo(403);
        HttpResponse<String> none = client.get("/openrosa/formList", VERSION);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(client.get("/openrosa/formList?st=" + token, VERSION).statusCode())
                .isEqualTo(200);
        assertThat(client.get("/openrosa/formList", with("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAPasswordOverHttpsOnly() {
        String basic = "Basic "
                + java.util.Base64.getEncoder().encodeToString(("collect:" + token).getBytes(StandardCharsets.UTF_8));
        assertThat(client.get("/openrosa/formList", with("Authorization", basic))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get(
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
        List<String> documents =
                List.of("/formList", "/forms/" + form.id() + ".xml", "/manifest", "/forms/" + campaign.id() + ".xml");
        for (String document : documents) {
            HttpResponse<String> answer = get(document);
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
        assertThat(get("/formList").body()).doesNotContain("manifestUrl");
        HttpResponse<String> manifest = get("/manifest");
        assertThat(manifest.statusCode()).isEqualTo(200);
        assertThat(manifest.body())
                .contains("http://openrosa.org/xforms/xformsManifest")
                .doesNotContain("mediaFile");
    }

    @Test
    void listsTheNewestVersionAlone() {
        ServedForm newer =
                Drawn.serve(forms, campaign, "2", "# survey\ntype | name | label\ntext | depth | How deep now?\n");
        assertThat(get("/formList").body())
                .contains("<version>2</version>", newer.id() + ".xml")
                .doesNotContain("<version>1</version>");
        assertThat(get("/forms/" + form.id() + ".xml").body())
                .as("who has begun an older one")
                .isEqualTo(form.xform());
    }

    @Test
    void listsTheFormThatIsAskedFor() {
        assertThat(get("/formList?formID=" + form.formId()).body()).contains("<formID>");
        assertThat(get("/formList?formID=another").body()).doesNotContain("<formID>");
    }

    @Test
    void listsNothingOnceClosed() {
        assertThat(get("/formList").body()).contains("<formID>");
        campaigns.setState(campaign.id(), Campaign.State.CLOSED);
        assertThat(get("/formList").body()).doesNotContain("<formID>");
    }

    @Test
    void servesNoFormOfAnotherCampaign() {
        Campaign other = Drawn.campaign("Springs").open(campaigns);
        token = tokens.make(other.id(), "collect", "test").text();
        assertThat(get("/forms/" + form.id() + ".xml").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) {
        return client.get("/openrosa/" + token + path, VERSION);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + "/openrosa/" + token + path);
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of("X-OpenRosa-Version", "1.0", name, value);
    }
}
