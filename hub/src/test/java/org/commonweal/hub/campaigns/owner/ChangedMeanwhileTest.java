package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two tabs on one campaign: the second to save is told what the first one saved, and writes over it only when they want to. */
@HubTest
class ChangedMeanwhileTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final String CHANGED = "This was changed meanwhile";
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Promising promising;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void comeIn() {
        if (owner == null) owner = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void aPromiseIsNotWrittenOverUnawares() {
        String campaign = owner.makeOpen("Wells of two owners");
        String page = campaign + "/promise";
        String drawn = seen(owner.browser.get(page));
        int version = find(campaign).consentVersion();
        Owner.location(
                owner.browser.post(page, with(Owner.promise(), drawn, "consent", "I agree, and may <b>ask</b> why.")));

        Map<String, String> stale = with(Owner.promise(), drawn, "use", "Only the water board reads it.");
        HttpResponse<String> told = owner.browser.post(page, stale);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains(CHANGED, "Only the water board reads it.", "I agree that my answers are read.")
                .contains("id=\"consent-now\"", "I agree, and may &lt;b&gt;ask&lt;/b&gt; why.")
                .doesNotContain("id=\"retention-now\"");
        assertThat(find(campaign).consent().original()).isEqualTo("I agree, and may <b>ask</b> why.");
        assertThat(find(campaign).consentVersion()).isEqualTo(version + 1);

        stale.put("seen", seen(told));
        Owner.location(owner.browser.post(page, stale));
        assertThat(find(campaign).consent().original())
                .as("written over with open eyes")
                .isEqualTo("I agree that my answers are read.");
    }

    @Test
    void whatIsSentTwiceIsNoQuarrel() {
        String page = owner.makeReady("Wells sent twice") + "/promise";
        Map<String, String> form = with(Owner.promise(), seen(owner.browser.get(page)), "use", "We count.");
        Owner.location(owner.browser.post(page, form));
        assertThat(owner.browser.post(page, form).statusCode()).isEqualTo(302);
    }

    @Test
    void whatItIsAboutIsNotWrittenOverUnawares() {
        String campaign = owner.makeDraft("Wells of two tabs");
        String page = campaign + "/about";
        String drawn = seen(owner.browser.get(page));
        Map<String, String> theirs = with(owner.about("Wells of two tabs"), drawn, "country", "HR");
        theirs.remove("anonymous");
        Owner.location(owner.browser.post(page, theirs));

        Map<String, String> stale = with(owner.about("Wells of one valley"), drawn, "minutes", "9");
        HttpResponse<String> told = owner.browser.post(page, stale);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains(CHANGED, "Wells of one valley").contains("Croatia</p>", "Not ticked</p>");
        assertThat(find(campaign).place().country()).isEqualTo("HR");

        stale.put("seen", seen(told));
        Owner.location(owner.browser.post(page, stale));
        assertThat(find(campaign).minutes()).isEqualTo(9);
    }

    @Test
    void aTranslationIsNotWrittenOverUnawares() {
        String campaign = owner.makeDraft("Wells in two languages");
        String page = campaign + "/in/fr";
        String drawn = seen(owner.browser.get(page));
        Owner.location(owner.browser.post(page, Map.of("seen", drawn, "title", "Nos puits", "who", "Tout le monde")));

        HttpResponse<String> told = owner.browser.post(page, Map.of("seen", drawn, "title", "Les puits"));
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains(CHANGED, "Les puits", "Nos puits</p>", "Tout le monde</p>");
        Owner.location(owner.browser.post(page, Map.of("seen", seen(told), "title", "Les puits")));
        assertThat(find(campaign).title().byLanguage()).containsEntry("fr", "Les puits");
    }

    /** What one page saves between another's reading and its writing would be undone, since a campaign is written as a whole. */
    @Test
    void whatWasSavedAtTheSameMomentIsNotUndone() {
        String campaign = owner.makeDraft("Wells at one moment");
        Campaign read = find(campaign);
        Owner.location(owner.browser.post(campaign + "/promise", Owner.promise()));
        Campaign other = read.with(new Campaign.Promise(
                Text.of("en", "Something else"), read.consent(), 1, read.retentionMonths(), read.protection()));
        assertThatThrownBy(() -> promising.save(read, other)).isInstanceOf(Refusal.class);
        assertThat(find(campaign).useOfAnswers().original()).contains("count dry wells");
    }

    private Campaign find(String campaign) {
        return campaigns.getByAddress(campaign);
    }

    private static Map<String, String> with(Map<String, String> form, String seen, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put("seen", seen);
        changed.put(field, value);
        return changed;
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }
}
