package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is sent arrives once, whatever stops or comes twice, and the device forgets it in time. */
class SentOnceTest extends BareRequests {
    @Autowired
    ReplyAddresses replies;

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
    void givesALinkThatFindsTheReport() {
        agree();
        send("Bir");
        String page = visitor.get(campaign.path() + "/thanks").body();
        String secret = page.replaceAll("(?s).*>[^<]*/reports/([A-Za-z0-9_-]{43})</output>.*", "$1");
        assertThat(jdbc.sql("select count(*) from campaigns.submission where link_digest = :digest")
                        .param("digest", new Secret(secret).digest())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
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
}
