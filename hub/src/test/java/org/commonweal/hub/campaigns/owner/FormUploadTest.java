package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.Mail;
import org.commonweal.xlsform.XlsForm;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A spreadsheet goes in: faults come back all at once, or a form that begins with the consent is served. */
@HubTest
class FormUploadTest {
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void comeIn() {
        // Signing in is limited, so one person lives through all of these.
        if (owner == null) owner = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void needsTheTokenOfThePageAsItsFirstPartAndNotInItsAddress() {
        String campaign = owner.makeDraft("Wells behind a token");
        owner.browser.post(campaign + "/promise", Owner.promise());
        String page = owner.browser.get(campaign + "/form").body();
        assertThat(page).contains("action=\"" + campaign + "/form\" enctype").doesNotContain("?_csrf=");
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String anothers =
                new Visitor(port).get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String sheet = part("sheet\"; filename=\"a.xlsx", "no spreadsheet");
        for (String body : new String[] {
            sheet,
            part("_csrf", "") + sheet,
            part("_csrf", anothers) + sheet,
            part("x", "y".repeat(1_100)) + part("_csrf", token) + sheet,
            sheet + part("_csrf", token)
        }) assertThat(send(owner, campaign, body).statusCode()).as(body).isEqualTo(403);
        assertThat(send(owner, campaign, part("_csrf", token) + sheet).statusCode())
                .as("and reads on to the end")
                .isEqualTo(200);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpResponse<String> send(Owner owner, String campaign, String parts) {
        return owner.browser.send(HttpRequest.newBuilder(URI.create(owner.browser.base() + campaign + "/form"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(parts + "--b--\r\n")));
    }

    @Test
    void everyFaultIsToldWithItsPlaceAndTheFormStaysAsItWas() {
        String campaign = owner.makeReady("Wells and colours");
        String page = owner.upload(campaign, SentFiles.faulty()).body();
        assertThat(page)
                .contains("3 things in the spreadsheet need mending")
                .contains("‹select_one colors› names a list")
                .doesNotContain("Row 2 of sheet");
        assertThat(places(page))
                .containsExactly(
                        "Sheet survey Row 2 Column type",
                        "Sheet survey Row 3 Column name",
                        "Sheet survey Row 4 Column relevant");
        assertThat(forms.listVersions(find(campaign).id())).hasSize(1);
    }

    private static List<String> places(String page) {
        return Jsoup.parse(page).select("ol.results p.small-facts").eachText();
    }

    /** Above what may be a list of dozens. */
    @Test
    void theFieldForAnotherSheetStandsAboveItsFaults() {
        String campaign = owner.makeReady("Wells with a faulty sheet");
        String page = owner.upload(campaign, Sheets.xlsx("# survey\ntype | name | label\nnonsense | a | A?\n"))
                .body();
        assertThat(page).contains("nonsense");
        assertThat(page.indexOf("name=\"sheet\"")).isPositive().isLessThan(page.indexOf("nonsense"));
    }

    @Test
    void whatManyRowsLackIsToldOnce() {
        String campaign = owner.makeReady("Wells in two languages");
        String page = owner.upload(campaign, SentFiles.halfTranslated()).body();
        assertThat(page).contains("One thing to know: the form works without it", "No words in French (fr)");
        assertThat(places(page)).containsExactly("Sheet survey Rows 2–3, 5 Column label::French (fr)");
    }

    @Test
    void theExampleIsAFormThatTheHubTakes() {
        String campaign = owner.makeReady("Lamps of the quarter");
        assertThat(owner.browser.get(campaign + "/form").body())
                .contains(campaign + "/form/example.xlsx", "Sheet survey", "Sheet choices", "Sheet settings")
                .contains("such as ${state} = 'dark'");
        XlsForm.Result read = FormMaking.read(ExampleForm.xlsx(), "example.xlsx");
        assertThat(read.faults()).isEmpty();
        assertThat(read.form()).isPresent();
        assertThat(owner.browser.get(campaign + "/form/example.xlsx").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("example.xlsx"));
        assertThat(new Visitor(port).get(campaign + "/form/example.xlsx").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoSpreadsheetIsToldSo() {
        String campaign = owner.makeReady("Wells and no spreadsheets");
        for (byte[] file : SentFiles.noSpreadsheets())
            assertThat(owner.upload(campaign, file).body())
                    .contains("One thing in the spreadsheet needs mending")
                    .containsAnyOf(
                            "This is not an .xlsx spreadsheet", "This .xlsx is damaged", "is more than is read here");
        assertThat(owner.upload(campaign, new byte[5_000_001]).body()).contains("The file has more than 5 MB");
        assertThat(owner.upload(campaign, new byte[0]).body()).contains("Choose a spreadsheet to send");
        assertThat(forms.listVersions(find(campaign).id())).hasSize(1);
    }

    @Test
    void theServedFormAsksForConsentFirst() {
        String path = owner.makeOpen("Wells with consent");
        String token = tokens.make(find(path).id(), "collect", "test").text();
        Visitor app = new Visitor(port);
        Map<String, String> version = Map.of("X-OpenRosa-Version", "1.0");
        String list = app.get("/openrosa/" + token + "/formList", version).body();
        assertThat(list).contains("<name>Wells</name>");
        String address = list.replaceAll("(?s).*<downloadUrl>http://[^/]+([^<]+)</downloadUrl>.*", "$1");
        String body = app.get(address, version).body().replaceAll("(?s).*<h:body[^>]*>", "");
        assertThat(body.indexOf("commonweal_consent")).isPositive().isLessThan(body.indexOf("/data/owner"));
        assertThat(app.get(address, version).body()).contains("I agree that my answers are read.");
    }

    @Test
    void pointAndFilesOfTheFormAreKnown() {
        ServedForm form = current(owner.makeReady("Wells on a map"));
        assertThat(form.pointPath()).isEqualTo("place");
        assertThat(form.filePaths()).containsExactly("photo");
    }

    @Test
    void aFormIdInUseGetsAnEndingAndAVersionInUseANumber() {
        ServedForm first = current(owner.makeReady("Wells, first"));
        String path = owner.makeReady("Wells, second");
        ServedForm second = current(path);
        assertThat(second.formId()).isNotEqualTo(first.formId()).startsWith("wells-");
        assertThat(second.version()).isEqualTo("7");
        String again = owner.upload(path, SentFiles.wells()).body();
        assertThat(again).contains("Version ‹7› was used before");
        assertThat(current(path).version()).matches("\\d{12}(-\\d+)?");
        assertThat(current(path).xform()).contains("version=\"" + current(path).version() + "\"");
    }

    @Test
    void aNewConsentMakesANewVersionByItself() {
        String path = owner.makeReady("Wells, new consent");
        ServedForm before = current(path);
        Map<String, String> promise = Owner.promise();
        promise.put("consent", "I agree, and I am of age.");
        owner.browser.post(path + "/promise", promise);
        ServedForm after = current(path);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.xform()).contains("I agree, and I am of age.").contains("<version>2</version>");
        assertThat(after.md5()).isNotEqualTo(before.md5());
        owner.browser.post(path + "/promise", promise);
        assertThat(current(path).id()).as("the same consent once more").isEqualTo(after.id());
    }

    private ServedForm current(String path) {
        return forms.findCurrent(find(path).id()).orElseThrow();
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
