package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those who answer are promised, and what of it may change later. */
@HubTest
class PromiseTest {
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void comeIn() {
        if (owner != null) return;
        owner = Owner.comeIn(port, mail, jdbc);
    }

    /** People agree to what the page promises, unless its owner wrote a consent by hand. */
    @Test
    void theProposedConsentSaysWhatTheFieldsSay() {
        String campaign = owner.makeDraft("Wells kept for six months");
        String proposed = owner.browser
                .get(campaign + "/promise")
                .body()
                .replaceAll("(?s).*<textarea id=\"consent\"[^>]*>([^<]+)<.*", "$1")
                .strip();
        assertThat(proposed).contains("each is kept for at most 24 months after it comes in");
        Map<String, String> promise = Owner.promise();
        promise.put("consent", proposed);
        promise.put("retention", "6");
        owner.browser.post(campaign + "/promise", promise);
        assertThat(find(campaign).consent().original()).contains("at most 6 months after it comes in");

        Map<String, String> about = owner.about("Wells kept for six months");
        about.put("closes", LocalDate.now().plusDays(90).toString());
        owner.browser.post(campaign + "/about", about);
        assertThat(find(campaign).consent().original()).contains("at most 6 months after the campaign closes");

        owner.upload(campaign, SentFiles.wells());
        setMonths(campaign, 7);
        assertThat(owner.browser.get(campaign + "/check").body()).contains("The consent says other months");
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).isFalse();
        setMonths(campaign, 6);
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).isTrue();

        promise.put("consent", find(campaign).consent().original() + " I am of age.");
        promise.put("retention", "5");
        owner.browser.post(campaign + "/promise", promise);
        assertThat(find(campaign).consent().original()).as("by hand").isEqualTo(promise.get("consent"));
    }

    private void setMonths(String campaign, int months) {
        Campaign kept = find(campaign);
        campaigns.save(kept.with(new Campaign.Promise(
                kept.useOfAnswers(), kept.consent(), kept.consentVersion(), months, kept.protection())));
    }

    @Test
    void deletesNothingForASlipInTheMonths() {
        String campaign = owner.makeOpen("Wells kept for a year");
        UUID id = find(campaign).id();
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, instance_id, source, received_at, observed_at,
                          xml, sha256, answers, delete_after)
                        select gen_random_uuid(), :campaign, 'old ' || i, 'web', now() - interval '100 days', now(), '',
                          sha256(''), '{}', now() + interval '200 days'
                        from generate_series(1, 3) i""").param("campaign", id).update();
        Map<String, String> slip = Owner.promise();
        slip.put("retention", "2");
        assertThat(owner.browser.post(campaign + "/promise", slip).body())
                .contains("3 answers are older than 2 months", "the coming night would delete them");
        assertThat(find(campaign).retentionMonths()).isEqualTo(12);
        assertThat(countOver(id)).isZero();
        slip.put("deletes", "on");
        owner.browser.post(campaign + "/promise", slip);
        assertThat(countOver(id)).isEqualTo(3);
    }

    private int countOver(UUID campaign) {
        return jdbc.sql("select count(*) from campaigns.submission where campaign_id = :id and delete_after < now()")
                .param("id", campaign)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatPeopleWerePromisedOnlyGetsBetter() {
        String campaign = owner.makeOpen("Wells promised");
        Map<String, String> worse = Owner.things("Suddenly things");
        worse.put("retention", "13");
        assertThat(owner.browser.post(campaign + "/promise", worse).body())
                .contains("was promised when the campaign opened")
                .contains("people were promised 12");
        Map<String, String> better = Owner.promise();
        better.put("threshold", "20");
        better.put("retention", "6");
        owner.browser.post(campaign + "/promise", better);
        assertThat(find(campaign).protection().threshold()).isEqualTo(20);
        better.put("threshold", "10");
        assertThat(owner.browser.post(campaign + "/promise", better).body()).contains("may only rise");
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
