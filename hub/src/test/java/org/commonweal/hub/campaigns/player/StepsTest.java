package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no well-meant browser sends, and from how many devices they may come. */
class StepsTest extends BareRequests {
    @Autowired
    Limits limits;

    @Test
    void takesNothingWithoutConsent() {
        assertThat(refused(step(campaign, "send", CONSENT, ""))).contains("Tick the box if you agree");
        assertThat(stored()).isZero();
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
        assertThat(draft.body()).doesNotContain("has not begun", "Wells of the valley");
        HttpResponse<String> thanks = visitor.get(campaign.path() + "/thanks");
        assertThat(thanks.statusCode()).isEqualTo(404);
        assertThat(thanks.body()).doesNotContain("Wells of the valley");
        Campaign forMembers = Wells.ask(Wells.campaign().forMembers(), campaigns, forms, SHORT);
        HttpResponse<String> signIn = visitor.get(forMembers.path() + "/answer");
        assertThat(signIn.statusCode()).isEqualTo(403);
        assertThat(signIn.body()).contains("/sign-in?next=" + forMembers.path() + "/answer");
    }

    @Test
    void wantsTheTokenOfItsOwnPages() {
        HttpResponse<String> answer = visitor.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + campaign.path() + "/answer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("do=next")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This page is older than its key")
                .as("nobody needs an account to answer")
                .doesNotContain("Sign in to see this");
    }

    /** A film beside a name: the name stays, and every page says of the film what is wrong with it until it is settled. */
    @ParameterizedTest
    @CsvSource({
        "60000001, This file is too large: one may have 60 MB, keep",
        "60000001, This file is too large: one may have 60 MB, next",
        "0, This file is empty, keep"
    })
    void missesAFileThatWasNotKept(int bytes, String fault, String deed) {
        agree();
        step(campaign, "save", "data:name", "Bir al-Nour");
        assertThat(page(answer(deed, new byte[bytes]))).contains(fault, "Bir al-Nour", "Go on without this file");
        assertThat(refused(send("Bir al-Nour"))).as("a page without a file").contains(fault);
        assertThat(visitor.get(campaign.path() + "/answer").body())
                .as("asked for anew")
                .contains(fault);
        assertThat(stored()).isZero();
        assertThat(location(step(campaign, "send", "data:name", "Bir", "data:photo", "", "data:photo:without", "1")))
                .endsWith("/thanks");
    }

    @Test
    void sendsNoOtherFileInPlaceOfOneThatWasNotKept() {
        agree();
        step(campaign, "save", "data:name", "Bir");
        assertThat(page(answer("keep", "first".getBytes(StandardCharsets.UTF_8))))
                .contains("is here", "is kept");
        String kept = page(answer("keep", new byte[60_000_001]));
        assertThat(kept).contains("This file is too large", "is here", "Your draft is kept, but not all of it");
        assertThat(kept).contains("Go on with the file that is here").doesNotContain("Go on without this file");
        assertThat(refused(send("Bir"))).contains("This file is too large");
        assertThat(page(answer("keep", "second".getBytes(StandardCharsets.UTF_8))))
                .doesNotContain("id=\"faults\"");
        assertThat(location(send("Bir"))).endsWith("/thanks");
        assertThat(one("select f.size_bytes from campaigns.attachment a join frame.file f on f.id = a.file_id"
                        + " join campaigns.submission s on s.id = a.submission_id where s.campaign_id = :campaign"))
                .isEqualTo("6");
    }

    @Test
    void tellsAScriptOfTheFileThatWasNotKept() {
        agree();
        assertThat(answer("save", new byte[60_000_001]).body())
                .contains("This file is too large", "Go on without this file");
    }

    /** As a browser goes back to a page that it has kept, or sends again what it had no answer to. */
    @Test
    void letsAPageChangeItsOwnAnswerAgain() {
        agree();
        String page = visitor.get(campaign.path() + "/answer").body();
        String drawn = value(page, "drawn");
        String was = value(page, "data:name:was");
        for (String name : List.of("Bir", "Bir al-Nour", ""))
            assertThat(visitor.get(location(from(drawn, was, "keep", name))).body())
                    .doesNotContain("id=\"faults\"")
                    .contains("name=\"data:name\" type=\"text\" value=\"" + name + "\"");
        from(drawn, was, "keep", "Bir");
        assertThat(visitor.get(location(from("other", was, "keep", "Ain"))).body())
                .contains("Two tabs answered here: «Bir» is kept", "value=\"Ain\"");
        assertThat(page(from("other", was, "send", "Ain"))).contains("Two tabs answered");
    }

    private HttpResponse<String> from(String drawn, String was, String deed, String name) {
        return step(campaign, deed, "data:name", name, "drawn", drawn, "data:name:was", was);
    }

    private static String value(String page, String field) {
        return page.replaceAll("(?s).*name=\"" + field + "\" value=\"([^\"]*)\".*", "$1");
    }

    private HttpResponse<String> answer(String deed, byte[] photo) {
        return visitor.postFiles(
                campaign.path() + "/answer",
                Map.of("do", deed, "page", "1", "asked", "data:photo", "data:photo", photo),
                Map.of());
    }

    private String page(HttpResponse<String> answer) {
        return visitor.get(location(answer)).body();
    }

    @Test
    void namesTheQuestionOfEachFault() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type         | name      | label
                begin_repeat | household | Household
                integer      | wells     | How many wells?
                integer      | people    | How many people?
                end_repeat   |           |
                """);
        visitor.get(campaign.path() + "/answer");
        step(campaign, "next", CONSENT, "OK");
        String first = "data:household:";
        String second = "data:household~2:";
        step(campaign, "add data:household~2", first + "wells", "few", first + "people", "some");
        HttpResponse<String> answer = step(
                campaign,
                "next",
                first + "wells",
                "few",
                first + "people",
                "some",
                second + "wells",
                "",
                second + "people",
                "many");
        assertThat(refused(answer)
                        .replaceAll("(?s).*<div[^>]* id=\"faults\".*?<ul>(.*?)</ul>.*", "$1")
                        .replaceAll("<[^>]+>", "")
                        .strip()
                        .split("\\s*\\n\\s*"))
                .containsExactly(
                        "Household 1 · How many wells? – Write a whole number, such as 12",
                        "Household 1 · How many people? – Write a whole number, such as 12",
                        "Household 2 · How many people? – Write a whole number, such as 12");
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

    /** As no browser writes it: no letter is put in another's place, and nobody is told of a fault of ours. */
    @Test
    void saysWhatIsWrongWithAPartThatCannotBeRead() {
        agree();
        String name = "--b\r\nContent-Disposition: form-data; name=\"data:name\"\r\n\r\n";
        HttpResponse<String> latin = sendParts((name + "très").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.statusCode()).isEqualTo(400);
        assertThat(latin.body()).contains("is not in UTF-8");
        HttpResponse<String> field =
                visitor.send(HttpRequest.newBuilder(URI.create(visitor.base() + campaign.path() + "/answer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + encode(csrf()) + "&do=next&page=1&data:name=tr%E8s")));
        assertThat(field.statusCode()).as("%E8 is no UTF-8").isEqualTo(400);
        String photo = "--b\r\nContent-Disposition: form-data; name=\"data:photo\"; filename=\"%s.jpg\"\r\n\r\nx";
        HttpResponse<String> nul = sendParts(photo.formatted("a\0b").getBytes(StandardCharsets.UTF_8));
        assertThat(nul.statusCode()).isEqualTo(400);
        assertThat(nul.body()).contains("has a character that no name can have");
        HttpResponse<String> tooLong =
                sendParts(photo.formatted("x".repeat(600)).getBytes(StandardCharsets.UTF_8));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("name is too long").doesNotContain("MB");
        assertThat(drafts.find(guest().draftDigest()).orElseThrow().files()).isEmpty();
    }

    private HttpResponse<String> sendParts(byte[] parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf() + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(parts);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return visitor.send(HttpRequest.newBuilder(URI.create(visitor.base() + campaign.path() + "/answer"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
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

    /** Ten invented cookies are not ten people: each counts as a new device of its address, and gets one of ours. */
    @Test
    void knowsOnlyTheDevicesThatItMarkedItself() {
        String ours = visitor.cookies().get("device");
        assertThat(device(ours)).isEqualTo(ours);
        String forged = "A".repeat(43);
        assertThat(device(forged)).doesNotContain(forged);
        assertThat(device(forged + ours.substring(43))).doesNotContain(forged);
        assertThat(IntStream.range(0, 600)
                        .map(i -> visit("%043d".formatted(i)).statusCode())
                        .filter(status -> status == 429)
                        .findFirst())
                .hasValue(429);
    }

    /** Neighbours share an address: where one telephone is told to slow down, theirs are not. */
    @Test
    void letsAVillageInBehindOneAddress() {
        agree();
        limits.use("answer step", guest().key(), 1_500, 1_500, Duration.ofMinutes(10));
        assertThat(IntStream.range(0, 1_500)
                        .map(i -> visitor.get(campaign.path() + "/answer").statusCode())
                        .filter(status -> status == 429)
                        .findFirst())
                .hasValue(429);
        for (int i = 0; i < 40; i++) {
            visitor = new Visitor(port);
            visitor.get(campaign.path() + "/answer", Map.of("X-Forwarded-For", "203.0.113.77"));
            agree();
            assertThat(location(send("Bir " + i))).endsWith("/thanks");
        }
        assertThat(one("select count(distinct contributor) from campaigns.submission where campaign_id = :campaign"))
                .isEqualTo("40");
    }

    private String device(String cookie) {
        return visit(cookie).headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("device="))
                .map(one -> one.substring("device=".length(), one.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> visit(String cookie) {
        return new Visitor(port)
                .get(
                        campaign.path() + "/answer",
                        Map.of("Cookie", "device=" + cookie, "X-Forwarded-For", "203.0.113.9"));
    }
}
