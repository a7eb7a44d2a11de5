package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that no well-meant browser sends, and those that come twice. */
@HubTest
class StepsTest {
    private static final String SHORT = """
            # survey
            type    | name  | label    | required
            text    | name  | Name     | yes
            image   | photo | Photo    |
            """;
    private static final String CONSENT = "data:commonweal_consent:agreed";

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReplyAddresses replies;

    @Autowired
    DraftStore drafts;

    private Campaign campaign;
    private Visitor visitor;

    @BeforeEach
    void open() {
        campaign = Wells.ask(campaigns, forms, SHORT);
        visitor = new Visitor(port);
        visitor.get(campaign.path() + "/answer");
    }

    @Test
    void storesOnceWhatIsSentTwiceAtTheSameTime() throws Exception {
        agree();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> send("Bir")))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers)
                assertThat(location(answer.get())).endsWith("/thanks");
        }
        assertThat(stored()).isEqualTo(1);
        assertThat(send("Another").statusCode()).isEqualTo(303);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void knowsTheDeviceWithinTheCampaignAlone() {
        agree();
        send("Bir");
        visitor.post(campaign.path() + "/answer", Map.of("do", "restart"));
        agree();
        send("Bir again");
        Campaign other = Wells.ask(campaigns, forms, SHORT);
        step(other, "next", CONSENT, "OK");
        step(other, "send", "data:name", "Bir", "data:photo", "");
        assertThat(jdbc.sql("select count(distinct contributor) from campaigns.submission where campaign_id = :id")
                        .param("id", campaign.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(distinct contributor) from campaigns.submission where campaign_id in (:ids)")
                        .param("ids", List.of(campaign.id(), other.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesNothingWithoutConsent() {
        assertThat(refused(step(campaign, "send", CONSENT, ""))).contains("Tick the box if you agree");
        assertThat(stored()).isZero();
    }

    @Test
    void looksAtNoFieldThatTheFormDoesNotAsk() {
        agree();
        step(campaign, "save", "data:commonweal_consent:version", "99");
        step(campaign, "save", "data:meta:instanceID", "uuid:mine");
        step(campaign, "add data:nothing", "data:../../x[1]", "<b>");
        step(campaign, "remove data", "data:name", "Bir");
        send("Bir\uffff\u0001 al-Nour");
        assertThat(one("select answers::text from campaigns.submission where campaign_id = :campaign"))
                .contains("\"version\": \"1\"", "\"name\": \"Bir al-Nour\"")
                .doesNotContain("mine", "<b>");
    }

    @Test
    void keepsATextThatIsTooLongAndSaysSo() {
        agree();
        assertThat(refused(send("x".repeat(100_001)))).contains("at most 100,000 characters");
        assertThat(location(send("x".repeat(100_000)))).endsWith("/thanks");
    }

    /** A hundred megabytes are announced; the answer comes after little more than one, with the rest unsent. */
    @ParameterizedTest
    @CsvSource({"300000, 1 MB of text", "2000000, 1 MB of text", "0, 2000 parts"})
    void refusesMoreTextThanItMayHoldBeforeItReadsOn(int fieldBytes, String reason) throws Exception {
        agree();
        String head = "POST " + campaign.path() + "/answer?_csrf=" + csrf() + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nCookie: " + cookies() + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 98000000\r\n\r\n";
        String field = "--b\r\nContent-Disposition: form-data; name=\"x" + "y".repeat(200) + "\"\r\n\r\n"
                + "z".repeat(fieldBytes) + "\r\n";
        String body = field.repeat(1_300_000 / field.length() + 1);
        try (Socket line = new Socket("localhost", port)) {
            line.setSoTimeout(30_000);
            line.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().flush();
            // The line stays open for a while, in case that the rest is short.
            Reader in = new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8);
            StringBuilder answer = new StringBuilder();
            for (int next = in.read(); next >= 0; next = answer.indexOf(reason) < 0 ? in.read() : -1)
                answer.append((char) next);
            assertThat(answer.toString()).startsWith("HTTP/1.1 413").contains(reason);
        }
        assertThat(stored()).isZero();
    }

    private String cookies() {
        return visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    @Test
    void storesAsAPhotoWhatIsNone() {
        agree();
        visitor.postFiles(
                campaign.path() + "/answer?_csrf=" + csrf(),
                Map.of(
                        "do", "send",
                        "page", "1",
                        "asked", "data:photo",
                        "data:photo", "no picture".getBytes(StandardCharsets.UTF_8)),
                Map.of());
        send("Bir");
        assertThat(one("select f.size_bytes || ' ' || f.media_type from campaigns.attachment a join frame.file f"
                        + " on f.id = a.file_id join campaigns.submission s on s.id = a.submission_id"
                        + " where s.campaign_id = :campaign"))
                .isEqualTo("10 text/plain");
        assertThat(one("select count(*) from frame.file where scope = '" + campaign.organisation() + "'"))
                .isEqualTo("1");
    }

    @Test
    void wantsTheTokenOfItsOwnPages() {
        HttpResponse<String> answer = visitor.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + campaign.path() + "/answer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("do=next")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhyNobodyCanAnswer() {
        campaigns.setState(campaign.id(), Campaign.State.CLOSED);
        HttpResponse<String> closed = visitor.get(campaign.path() + "/answer");
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body()).contains("This campaign is closed");
        campaigns.setState(campaign.id(), Campaign.State.DRAFT);
        HttpResponse<String> draft = visitor.get(campaign.path() + "/answer");
        assertThat(draft.statusCode()).isEqualTo(404);
        assertThat(draft.body()).contains("has not begun").doesNotContain("Wells of the valley");
        HttpResponse<String> thanks = visitor.get(campaign.path() + "/thanks");
        assertThat(thanks.statusCode()).isEqualTo(404);
        assertThat(thanks.body()).doesNotContain("Wells of the valley");
        Campaign forMembers = Wells.ask(Wells.campaign().forMembers(), campaigns, forms, SHORT);
        HttpResponse<String> signIn = visitor.get(forMembers.path() + "/answer");
        assertThat(signIn.statusCode()).isEqualTo(403);
        assertThat(signIn.body()).contains("/sign-in?next=" + forMembers.path() + "/answer");
    }

    @Test
    void notesSealedWhereToTell() {
        agree();
        send("Bir");
        HttpResponse<String> wrong = visitor.post(campaign.path() + "/thanks", Map.of("email", "nowhere"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"nowhere\"");
        visitor.post(campaign.path() + "/thanks", Map.of("email", "amal@example.org"));
        UUID report = UUID.fromString(one("select id from campaigns.submission where campaign_id = :campaign"));
        assertThat(replies.listFor(List.of(report))).singleElement().satisfies(reply -> {
            assertThat(reply.email()).isEqualTo("amal@example.org");
            assertThat(new Visitor(port).get("/reports/" + reply.link().text()).statusCode())
                    .isEqualTo(200);
        });
        assertThat(one("select encode(sealed, 'escape') from private.reply_address r join campaigns.submission s"
                        + " on s.id = r.submission_id where s.campaign_id = :campaign"))
                .doesNotContain("amal");
    }

    @Test
    void beginsAfreshForWhoeverOpensTheFormNextOnTheSameDevice() {
        agree();
        send("Bir");
        assertThat(visitor.get(campaign.path() + "/thanks").body()).contains("/reports/");
        HttpResponse<String> next = visitor.get(campaign.path() + "/answer");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body())
                .contains("Answers were sent from this device on")
                .doesNotContain("/reports/", "value=\"Bir\"");
        String after = next.body().replaceAll("(?s).*name=\"after\" value=\"(\\d+)\".*", "$1");
        assertThat(location(step(campaign, "next", CONSENT, "OK", "after", after)))
                .endsWith("?page=1");
        assertThat(location(visitor.get(campaign.path() + "/thanks"))).endsWith("/answer");
        assertThat(location(send("Ain"))).endsWith("/thanks");
        // The same page once more, as after a press that seemed to do nothing.
        step(campaign, "send", "data:name", "Ain", "data:photo", "", "after", after);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void forgetsTheLinkAtAWord() {
        agree();
        send("Bir");
        assertThat(visitor.get(campaign.path() + "/thanks").body()).contains("I am done on this device");
        assertThat(location(visitor.post(campaign.path() + "/thanks", Map.of("do", "done"))))
                .endsWith(campaign.path());
        assertThat(location(visitor.get(campaign.path() + "/thanks"))).endsWith("/answer");
        assertThat(drafts.find(guest().draftDigest())
                        .orElseThrow()
                        .requireSent()
                        .link())
                .isEmpty();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void showsTheLinkForTenMinutesAlone() {
        agree();
        send("Bir");
        Draft draft = drafts.find(guest().draftDigest()).orElseThrow();
        String link = draft.requireSent().link();
        drafts.save(guest().draftDigest(), campaign.id(), sentAgo(draft, link, 9));
        assertThat(visitor.get(campaign.path() + "/thanks").body()).contains(link);
        drafts.save(guest().draftDigest(), campaign.id(), sentAgo(draft, link, 11));
        assertThat(location(visitor.get(campaign.path() + "/thanks"))).endsWith("/answer");
    }

    private static Draft sentAgo(Draft draft, String link, int minutes) {
        Instant then = Instant.now().minus(Duration.ofMinutes(minutes));
        return draft.finished("", link, then).arrived();
    }

    private Guest guest() {
        // The hub's mark follows the secret's 43 characters.
        return Guest.answering(
                campaign, null, new Secret(visitor.cookies().get("device").substring(0, 43)));
    }

    /** The hub stopped between writing down what was finished and storing it. */
    @Test
    void bringsInWhatWasFinishedButNotStoredWhenItsContributorReturns() {
        finishWithoutStoring("Bir");
        assertThat(stored()).isZero();
        assertThat(location(visitor.get(campaign.path() + "/answer"))).endsWith("/thanks");
        assertThat(visitor.get(campaign.path() + "/thanks").body()).contains("Your answers have arrived");
        visitor.get(campaign.path() + "/thanks");
        send("Another");
        assertThat(one("select string_agg(answers ->> 'name', ' ') from campaigns.submission"
                        + " where campaign_id = :campaign"))
                .isEqualTo("Bir");
    }

    @Test
    void bringsItInAfterTheCampaignWasClosedToo() {
        finishWithoutStoring("Bir");
        campaigns.setState(campaign.id(), Campaign.State.CLOSED);
        assertThat(location(visitor.get(campaign.path() + "/answer"))).endsWith("/thanks");
        assertThat(visitor.get(campaign.path() + "/thanks").body()).contains("Your answers have arrived");
        assertThat(stored()).isEqualTo(1);
        assertThat(visitor.get(campaign.path() + "/answer").statusCode()).isEqualTo(409);
    }

    /** Ten invented cookies are not ten people: each counts as a new device of its address, and gets one of ours. */
    @Test
    void knowsOnlyTheDevicesThatItMarkedItself() {
        String ours = visitor.cookies().get("device");
        assertThat(device(ours)).isEqualTo(ours);
        String forged = "A".repeat(43);
        assertThat(device(forged)).doesNotContain(forged);
        assertThat(device(forged + ours.substring(43))).doesNotContain(forged);
        assertThat(IntStream.range(0, 600)
                        .map(i -> answer("%043d".formatted(i)).statusCode())
                        .filter(status -> status == 429)
                        .findFirst())
                .hasValue(429);
    }

    private String device(String cookie) {
        return answer(cookie).headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("device="))
                .map(one -> one.substring("device=".length(), one.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> answer(String cookie) {
        return new Visitor(port)
                .get(
                        campaign.path() + "/answer",
                        Map.of("Cookie", "device=" + cookie, "X-Forwarded-For", "203.0.113.9"));
    }

    private void finishWithoutStoring(String name) {
        agree();
        step(campaign, "save", "data:name", name, "data:photo", "");
        Guest guest = Guest.answering(
                campaign, null, new Secret(visitor.cookies().get("device").substring(0, 43)));
        Draft draft = drafts.find(guest.draftDigest()).orElseThrow();
        drafts.save(
                guest.draftDigest(),
                campaign.id(),
                draft.finished(draft.instance(), Secret.make().text(), Instant.now()));
    }

    @Test
    void saysAtTheQuestionWhenAnExpressionOfTheFormFailsOnAnAnswer() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | calculation  | constraint
                text      | seen  | Seen on  |              |
                calculate | when  |          | date(${seen}) |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        assertThat(refused(step(campaign, "send", "data:seen", "some day")))
                .contains("This form can't work with this answer", "value=\"some day\"", "href=\"#data:seen\"");
        assertThat(visitor.get(campaign.path() + "/answer").body()).contains("value=\"some day\"");
        assertThat(location(step(campaign, "send", "data:seen", "2026-11-21"))).endsWith("/thanks");
    }

    @ParameterizedTest
    @CsvSource({"${n}, 2000000000", "${n} + 1, 200", "${n} * ${n}, 100000", "${n}, 201"})
    void makesNoMoreRepetitionsThanItCanHold(String count, String answer) {
        campaign = counting(count);
        assertThat(refused(step(campaign, "next", "data:n", answer)))
                .contains("it takes 200 repetitions in all", "value=\"" + answer + "\"");
        assertThat(location(step(campaign, "next", "data:n", "3"))).endsWith("?page=2");
        assertThat(visitor.get(campaign.path() + "/answer?page=2").body())
                .contains("data:well~3:depth")
                .doesNotContain("data:well~11:depth");
    }

    @Test
    void makesAsManyRepetitionsAsItCanHold() {
        campaign = counting("${n}");
        assertThat(location(step(campaign, "next", "data:n", "200"))).endsWith("?page=2");
        assertThat(visitor.get(campaign.path() + "/answer?page=2").body()).contains("data:well~200:depth");
    }

    /** Each count is small: only their product is not. */
    @Test
    void keepsTheDraftWhenRepetitionsWithinOthersAreTooMany() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label      | repeat_count
                integer      | n     | How many?  |
                begin_repeat | well  | Well       | ${n}
                begin_repeat | visit | Visit      | ${n}
                integer      | depth | How deep?  |
                end_repeat   |       |            |
                end_repeat   |       |            |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        HttpResponse<String> refused = step(campaign, "next", "data:n", "90");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This form has a fault");
        assertThat(visitor.get(campaign.path() + "/answer").statusCode()).isEqualTo(200);
        assertThat(location(step(campaign, "next", "data:n", "2"))).endsWith("?page=2");
    }

    @Test
    void offersNoFurtherRepetitionWhenThereAreAsManyAsItCanHold() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label      | repeat_count
                integer      | n     | How many?  |
                begin_repeat | well  | Well       | ${n}
                integer      | depth | How deep?  |
                end_repeat   |       |            |
                begin_repeat | other | Other      |
                integer      | size  | How large? |
                end_repeat   |       |            |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        step(campaign, "next", "data:n", "198");
        String last = visitor.get(campaign.path() + "/answer?page=3").body();
        assertThat(last).contains("value=\"add data:other~2\"");
        postPage(campaign, 3, "add data:other~2");
        assertThat(visitor.get(campaign.path() + "/answer?page=3").body())
                .contains("data:other~2:size")
                .doesNotContain("value=\"add ");
        postPage(campaign, 3, "add data:other~3");
        assertThat(visitor.get(campaign.path() + "/answer?page=3").body()).doesNotContain("data:other~3:size");
    }

    private void postPage(Campaign to, int page, String deed) {
        visitor.post(to.path() + "/answer", Map.of("do", deed, "page", Integer.toString(page)));
    }

    private Campaign counting(String count) {
        Campaign counting = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label     | repeat_count | constraint
                integer      | n     | How many? |              | . < 1000
                begin_repeat | well  | Well      | %s           |
                integer      | depth | How deep? |              |
                end_repeat   |       |           |              |
                """.formatted(count));
        visitor.get(counting.path() + "/answer");
        assertThat(location(step(counting, "next", CONSENT, "OK"))).endsWith("?page=1");
        return counting;
    }

    @Test
    void givesUpAPatternThatWouldGoOnForYears() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | constraint
                text      | seen  | Seen on  | regex(., '.*,.*,.*;')
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        assertThat(refused(step(campaign, "send", "data:seen", "a,".repeat(5_000))))
                .contains("This form can't work with this answer");
        assertThat(location(step(campaign, "send", "data:seen", "a,a,a;"))).endsWith("/thanks");
    }

    @Test
    void saysSoKindlyWhenTheFormFailsWhereNoAnswerIsToBlame() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | calculation
                text      | seen  | Seen on  |
                calculate | when  |          | date('some day')
                """);
        HttpResponse<String> failing = visitor.get(campaign.path() + "/answer");
        assertThat(failing.statusCode()).isEqualTo(409);
        assertThat(failing.body()).contains("This form has a fault", "wells@example.org");
    }

    @Test
    void givesALinkThatFindsTheReport() {
        agree();
        send("Bir");
        String page = visitor.get(campaign.path() + "/thanks").body();
        String secret = page.replaceAll("(?s).*value=\"[^\"]*/reports/([A-Za-z0-9_-]{43})\".*", "$1");
        assertThat(jdbc.sql("select count(*) from campaigns.submission where link_digest = :digest")
                        .param("digest", new Secret(secret).digest())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void forgetsDraftsAfterThirtyDays() {
        agree();
        jdbc.sql("update campaigns.draft set updated_at = now() - interval '31 days' where campaign_id = :campaign")
                .param("campaign", campaign.id())
                .update();
        drafts.sweep();
        assertThat(one("select count(*) from campaigns.draft where campaign_id = :campaign"))
                .isEqualTo("0");
    }

    private void agree() {
        assertThat(location(step(campaign, "next", CONSENT, "OK"))).endsWith("?page=1");
    }

    private HttpResponse<String> send(String name) {
        return step(campaign, "send", "data:name", name, "data:photo", "");
    }

    /** Sends one page as a browser does, with all that it asked. */
    private HttpResponse<String> step(Campaign to, String deed, String... fields) {
        List<String> body = new ArrayList<>(List.of("do", deed, "page", fields[0].equals(CONSENT) ? "0" : "1"));
        for (int i = 0; i < fields.length; i += 2) body.addAll(List.of("asked", fields[i], fields[i], fields[i + 1]));
        body.addAll(List.of("_csrf", csrf()));
        String encoded = IntStream.range(0, body.size() / 2)
                .mapToObj(i -> encode(body.get(2 * i)) + "=" + encode(body.get(2 * i + 1)))
                .collect(Collectors.joining("&"));
        return visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + to.path() + "/answer"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded)));
    }

    private String csrf() {
        String page = visitor.get("/sign-in").body();
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    /** The page that says why: an address of its own, so that the browser's way back never sends anything again. */
    private String refused(HttpResponse<String> answer) {
        assertThat(location(answer)).matches(campaign.path() + "/answer\\?page=\\d+&told=mend");
        return visitor.get(location(answer)).body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    private long stored() {
        return Long.parseLong(one("select count(*) from campaigns.submission where campaign_id = :campaign"));
    }

    private String one(String sql) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
