package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contributor sees what became of a report, is told of it, answers what is asked back, and takes the report back. */
@HubTest
class ReportTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ReplyAddresses replies;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    private Reviewing wells;
    private Visitor reviewer;

    @BeforeEach
    void begin() {
        wells = Reviewing.open(port, beans);
        reviewer = wells.reviewer();
    }

    @Test
    void showsItsContributorWhatBecameOfIt() {
        String link = wells.send("<owner>Amal</owner><state>dry</state>");
        Visitor contributor = new Visitor(port);
        assertThat(contributor.get(link).body()).contains("waits to be looked at", "Amal", "Dry");
        decide("reject", "No well is there.");
        assertThat(contributor.get(link).body()).contains("does not count", "No well is there.");
        assertThat(contributor.get(link + "?lang=ar").body()).contains("مرفوض", "dir=\"auto\">No well is there.");
        assertThat(contributor.get(link).headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(contributor.get(link).headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(contributor.get(link.substring(0, link.length() - 1) + "_").statusCode())
                .isEqualTo(404);
        assertThat(contributor
                        .post("/reports/" + Secret.make().text() + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    /** On a bad line the answer to the first sending is often lost; the client sends it once more. */
    @Test
    void isGivenTheSameLinkWhenItIsSentAgain() {
        String xml = wells.instance("uuid:" + UUID.randomUUID(), "", Reviewing.agreed() + "<owner>Amal</owner>");
        String link = Reviewing.link(wells.post(xml, Map.of()));
        String again = wells.post(xml, Map.of());
        assertThat(again).contains("was here already");
        assertThat(Reviewing.link(again)).isEqualTo(link);
        assertThat(new Visitor(port).get(link).body()).contains("Amal");
    }

    /** Neighbours behind one address look at their own reports as often as they like; guesses are counted. */
    @Test
    void isNotShutOffByItsNeighbours() {
        String link = wells.send("<owner>Amal</owner>");
        Visitor contributor = new Visitor(port);
        for (int i = 0; i < 130; i++)
            assertThat(contributor.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void answersWhatIsAskedBack() {
        String link = wells.send("<owner>Amal</owner>");
        Visitor contributor = new Visitor(port);
        HttpResponse<String> unasked = contributor.post(link + "/answer", Map.of("words", "Hello"));
        assertThat(unasked.statusCode()).isEqualTo(409);
        assertThat(unasked.body()).contains("Nobody waits for an answer to this report now", ">Hello</textarea>");
        decide("ask", "Which side of the road?");
        assertThat(contributor.get(link).body()).contains("Which side of the road?", "Your answer to the question");
        HttpResponse<String> empty = contributor.post(link + "/answer", Map.of("words", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Write your answer, in 2,000 characters at most.");
        HttpResponse<String> tooLong = contributor.post(link + "/answer", Map.of("words", "left ".repeat(500)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).as("nothing typed is lost").contains("left left left");
        for (int press = 1; press <= 2; press++)
            assertThat(contributor
                            .post(link + "/answer", Map.of("words", "The <left> one"))
                            .statusCode())
                    .isEqualTo(303);
        assertThat(contributor.get(link).body())
                .contains("You answered")
                .containsOnlyOnce("The &lt;left&gt; one")
                .doesNotContain("Your answer to the question");
        assertThat(state()).isEqualTo("received");
    }

    @Test
    void tellsByMailOnceForEachDecisionInTheContributorsLanguage() {
        String link = wells.send("<owner>Amal</owner>");
        String address = UUID.randomUUID() + "@example.org";
        replies.put(secret(link), EmailAddress.find(address).orElseThrow(), java.util.Locale.FRENCH);
        decide("ask", "Which side of the road?");
        decide("approve", "");
        decide("approve", "");
        decide("reopen", "");
        assertThat(lettersTo(address))
                .extracting(letter -> letter.text().lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "Les personnes qui examinent les signalements pour « Wells of the valley » ont une question"
                                + " pour vous :",
                        "Votre signalement pour « Wells of the valley » a été examiné. Il compte.");
        assertThat(lettersTo(address)).allSatisfy(letter -> {
            assertThat(letter.text()).contains("http://localhost:" + port + link);
            assertThat(letter.subject()).isEqualTo("Votre signalement : Wells of the valley");
        });
        assertThat(lettersTo(address)).anyMatch(letter -> letter.text().contains("\n\nWhich side of the road?\n\n"));
    }

    @Test
    void tellsAtTheAddressOfTheReportThatWasChanged() {
        String first = "uuid:" + UUID.randomUUID();
        String link = Reviewing.link(
                wells.post("amal", wells.instance(first, "", Reviewing.agreed() + "<owner>Amal</owner>"), Map.of()));
        String address = UUID.randomUUID() + "@example.org";
        replies.put(secret(link), EmailAddress.find(address).orElseThrow(), java.util.Locale.ENGLISH);
        wells.post(
                "amal",
                wells.instance("uuid:" + UUID.randomUUID(), first, Reviewing.agreed() + "<owner>Amal Z</owner>"),
                Map.of());
        reviewer.get(wells.path());
        reviewer.post(
                wells.path(), Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        assertThat(lettersTo(address)).hasSize(1);
    }

    @Test
    void takesBackEveryVersionAndStaysAwayWhenSentAgain() {
        String first = "uuid:" + UUID.randomUUID();
        String second = "uuid:" + UUID.randomUUID();
        String before = wells.instance(
                first, "", Reviewing.agreed() + "<owner>Amal</owner><place>44 20 0 0</place><photo>p.jpg</photo>");
        String after = wells.instance(second, first, Reviewing.agreed() + "<owner>Amal Z</owner><photo>q.jpg</photo>");
        String link = Reviewing.link(wells.post("amal", before, Map.of("p.jpg", JPEG)));
        replies.put(secret(link), EmailAddress.find("amal@example.org").orElseThrow(), java.util.Locale.ENGLISH);
        wells.post("amal", after, Map.of("q.jpg", JPEG));
        decide("ask", "Amal, is it yours?");
        List<String> digests = digests();
        assertThat(digests).hasSize(2);
        Visitor contributor = new Visitor(port);
        contributor.get(link);
        assertThat(contributor.post(link + "/withdraw", Map.of()).statusCode()).isEqualTo(303);

        // Short answers could be guessed until their digest fits.
        assertThat(digests()).hasSize(2).doesNotContainAnyElementsOf(digests).doesNotHaveDuplicates();
        assertThat(contributor.get(link).body())
                .contains("You took it back")
                .doesNotContain("Amal", "Your answer to the question");
        assertThat(left()).isEqualTo("2 withdrawn");
        contributor.post(link + "/withdraw", Map.of());
        for (String xml : List.of(before, after))
            assertThat(wells.post(xml, Map.of("p.jpg", JPEG))).contains("taken back before");
        assertThat(wells.post(
                        wells.instance("uuid:" + UUID.randomUUID(), second, Reviewing.agreed() + "<owner>Back</owner>"),
                        Map.of("p.jpg", JPEG)))
                .contains("taken back before");
        replies.put(secret(link), EmailAddress.find("amal@example.org").orElseThrow(), java.util.Locale.ENGLISH);
        decide("approve", "They changed their mind, I think");
        assertThat(left()).isEqualTo("2 withdrawn");
        assertThat(jdbc.sql(
                                "select count(*) from campaigns.step t join campaigns.submission s on s.id = t.submission_id"
                                        + " where s.campaign_id = :campaign and t.verb = 'withdrawn'")
                        .param("campaign", wells.campaign.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<Mail.Letter> lettersTo(String address) {
        return mail.listNewest(100).stream()
                .map(Mail.Waiting::letter)
                .filter(letter -> letter.to().equals(address))
                .toList();
    }

    private static Secret secret(String link) {
        return new Secret(link.substring("/reports/".length()));
    }

    private void decide(String verb, String note) {
        reviewer.get(wells.path());
        String id = jdbc.sql("select id from campaigns.submission where campaign_id = :campaign and not replaced")
                .param("campaign", wells.campaign.id())
                .query(String.class)
                .single();
        assertThat(reviewer.post(wells.path(), Map.of("verb", verb, "note", note, "id", id))
                        .statusCode())
                .isEqualTo(303);
    }

    private String state() {
        return jdbc.sql("select state from campaigns.submission where campaign_id = :campaign")
                .param("campaign", wells.campaign.id())
                .query(String.class)
                .single();
    }

    private List<String> digests() {
        return jdbc.sql("select encode(sha256, 'hex') from campaigns.submission where campaign_id = :campaign")
                .param("campaign", wells.campaign.id())
                .query(String.class)
                .list();
    }

    /** What of the campaign's reports is still there, apart from the fact that they were. */
    private String left() {
        return jdbc.sql("""
                        select count(*) || ' ' || min(s.state)
                          || case when bool_or(s.xml <> '' or s.answers <> '{}' or s.latitude is not null
                            or s.contributor is not null or s.person_id is not null or s.token_id is not null
                            or s.observed_at <> s.received_at) then ' with answers' else '' end
                          || coalesce(' files ' || nullif(count(a.file_id), 0), '')
                          || coalesce(' contents ' || nullif(count(f.id), 0), '')
                          || coalesce(' addresses ' || nullif(count(r.submission_id), 0), '')
                          || coalesce(' notes ' || nullif(count(t.id), 0), '')
                        from campaigns.submission s
                          left join campaigns.attachment a on a.submission_id = s.id
                          left join frame.file f on f.scope = :organisation
                          left join private.reply_address r on r.submission_id = s.id
                          left join campaigns.step t on t.submission_id = s.id and t.note <> ''
                        where s.campaign_id = :campaign""")
                .param("campaign", wells.campaign.id())
                .param("organisation", wells.campaign.organisation())
                .query(String.class)
                .single();
    }
}
