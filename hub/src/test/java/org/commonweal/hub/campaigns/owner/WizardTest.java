package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From nothing to an open campaign and on to a closed one, and who may not. */
@HubTest
class WizardTest {
    private static Owner owner;
    private static Owner other;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Closing closing;

    @Autowired
    Rights rights;

    @Autowired
    Links links;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void comeIn() {
        if (owner != null) return;
        owner = Owner.comeIn(port, mail, jdbc);
        other = Owner.comeIn(port, mail, jdbc);
    }

    /** Who answers in Arabic must not agree in English unnoticed; where the hub has a page for it, the way is named. */
    @Test
    void languagesOfTheFormWithoutConsentAreTold() {
        String campaign = owner.makeReady("Wells in three languages");
        assertThat(owner.browser.get(campaign + "/check").body()).doesNotContain("The form speaks languages");
        owner.upload(campaign, Sheets.xlsx("""
                # survey
                type    | name  | label::English (en) | label::Français (fr) | label::العربية (ar) | label::Kiswahili (sw)
                integer | depth | How deep?           | Quelle profondeur ?  | كم العمق؟           | Kina gani?
                """));
        assertThat(owner.browser.get(campaign + "/check").body())
                .contains("The form speaks languages that the consent does not")
                .contains("href=\"" + campaign + "/in/fr\"", "href=\"" + campaign + "/in/ar\"")
                .containsPattern("Kiswahili</bdi>: the hub has no page for it")
                .doesNotContain("<bdi>English</bdi>", "/in/sw");
        owner.browser.post(campaign + "/in/fr", Map.of("consent", "J’accepte que mes réponses soient lues."));
        assertThat(owner.browser.get(campaign + "/check").body())
                .contains("href=\"" + campaign + "/in/ar\"")
                .doesNotContain("<bdi>Français</bdi>");
    }

    @Test
    void strangersAndOthersMakeAndChangeNothing() {
        String campaign = owner.makeDraft("Not yours");
        Visitor stranger = new Visitor(port);
        for (Visitor visitor : List.of(stranger, other.browser)) {
            for (String step : List.of("about", "promise", "form", "check", "tokens", "in/fr"))
                assertThat(visitor.get(campaign + "/" + step).statusCode())
                        .as(step)
                        .isEqualTo(403);
            for (String step : List.of("about", "promise", "open", "close", "tokens", "in/fr"))
                assertThat(visitor.post(campaign + "/" + step, owner.about("Taken"))
                                .statusCode())
                        .as(step)
                        .isEqualTo(403);
        }
        assertThat(stranger.post("/campaigns/new", owner.about("Taken")).statusCode())
                .isEqualTo(403);
        assertThat(other.browser.post("/campaigns/new", owner.about("Taken")).body())
                .contains("Choose an organisation that you may ask for");
        assertThat(find(campaign).title().original()).isEqualTo("Not yours");
    }

    /** As after the import of a directory: an administrator's own organisation is the last by name. */
    @Test
    void amongThousandsOnesOwnOrganisationsStandFirst() {
        jdbc.sql("""
                        insert into directory.organisation (id, tail, name)
                        select id, right(id::text, 8), '0 of many ' || id
                        from (select gen_random_uuid() id from generate_series(1, 600)) many""").update();
        List<UUID> many = jdbc.sql(
                        "select id from directory.organisation where name like '0 of many%' order by name desc")
                .query(UUID.class)
                .list();
        rights.grant(new Actor(Actor.PERSON, owner.person), "editor", Scope.HUB);
        try {
            for (String path : List.of("/campaigns/new", "/projects/new")) {
                String last = many.getFirst().toString();
                assertThat(owner.browser.get(path).body())
                        .as(path)
                        .contains(owner.organisation.toString(), "your own organisations first")
                        .doesNotContain(last);
                assertThat(owner.browser.get(path + "?organisation=" + last).body())
                        .as(path)
                        .containsPattern("value=\"" + last + "\"[^>]* selected");
            }
            String name = jdbc.sql("select name from directory.organisation where id = :id")
                    .param("id", owner.organisation)
                    .query(String.class)
                    .single();
            String page = "/organisations/" + Ids.address(name, owner.organisation);
            assertThat(owner.browser.get(page).body()).contains("/campaigns/new?organisation=" + owner.organisation);
            assertThat(new Visitor(port).get(page).body())
                    .contains(name)
                    .doesNotContain("/campaigns/new?organisation=");
        } finally {
            rights.listFor(new Actor(Actor.PERSON, owner.person)).stream()
                    .filter(grant -> grant.scope().equals(Scope.HUB))
                    .forEach(grant -> rights.revoke(grant.id()));
            jdbc.sql("delete from directory.organisation where name like '0 of many%'")
                    .update();
        }
    }

    @Test
    void whatIsWrongIsToldAtOnceAndWhatWasTypedStays() {
        Map<String, String> form = owner.about("");
        form.put("why", "one\ntwo\nthree\nfour");
        form.put("minutes", "many");
        form.put("latitude", "91");
        form.put("closes", "2001-01-01");
        String page = owner.browser.post("/campaigns/new", form).body();
        assertThat(page)
                .contains("6 things need mending")
                .contains("«Title» is empty")
                .contains("«Why» has 4 lines; 3 are the most")
                .contains("not ‹many›")
                .contains("not ‹91›")
                .contains("«Longitude of that point» is empty")
                .contains("1 January 2001, has passed")
                .contains("one\ntwo\nthree\nfour</textarea>");
    }

    @Test
    void theClockIsThatOfTheCountryElseOfTheDevice() {
        assertThat(zoneOf("RS", "Asia/Tokyo")).isEqualTo("Europe/Belgrade");
        assertThat(zoneOf("IN", "")).as("by its name of today").isEqualTo("Asia/Kolkata");
        assertThat(zoneOf("DE", "")).as("two zones, one clock").isEqualTo("Europe/Berlin");
        assertThat(zoneOf("BR", "America/Manaus")).as("many clocks").isEqualTo("America/Manaus");
        assertThat(zoneOf("", "Asia/Tokyo")).isEqualTo("Asia/Tokyo");
        assertThat(owner.browser.get("/campaigns/new").body())
                .as("that of the campaign before, where no script tells the device's")
                .contains("name=\"zone-here\" value=\"Asia/Tokyo\"");
        Map<String, String> nowhere = owner.about("Nowhere");
        nowhere.putAll(Map.of("zone", "", "country", "BR", "zone-here", "Mars/Olympus"));
        assertThat(owner.browser.post("/campaigns/new", nowhere).body()).contains("Choose «Time zone»");
    }

    @Test
    void theClockFollowsTheCountryUntilAnotherIsChosen() {
        Map<String, String> form = owner.about("Wells of the moved");
        form.putAll(Map.of("zone", "", "country", "", "zone-here", "UTC", "why", ""));
        String again = owner.browser.post("/campaigns/new", form).body();
        assertThat(Jsoup.parse(again).select("#zone option[selected]"))
                .as("proposed is not chosen")
                .isEmpty();
        form.putAll(Map.of("why", "Wells run dry.", "country", "FR"));
        String campaign =
                Owner.location(owner.browser.post("/campaigns/new", form)).replace("/promise", "");
        assertThat(find(campaign).zone().getId()).isEqualTo("Europe/Paris");
        form.putAll(Map.of("zone", "Europe/Paris", "country", "JP"));
        owner.browser.post(campaign + "/about", form);
        assertThat(find(campaign).zone().getId()).as("as the country").isEqualTo("Asia/Tokyo");
        form.putAll(Map.of("zone", "Europe/Paris"));
        owner.browser.post(campaign + "/about", form);
        assertThat(find(campaign).zone().getId()).as("chosen").isEqualTo("Europe/Paris");
        form.putAll(Map.of("country", "RS"));
        owner.browser.post(campaign + "/about", form);
        assertThat(find(campaign).zone().getId()).as("still chosen").isEqualTo("Europe/Paris");
    }

    private String zoneOf(String country, String here) {
        Map<String, String> form = owner.about("Wells of " + country + here);
        form.putAll(Map.of("zone", "", "country", country, "zone-here", here));
        String promise = Owner.location(owner.browser.post("/campaigns/new", form));
        return find(promise.replace("/promise", "")).zone().getId();
    }

    @Test
    void whoAnswersMayBeSaidUntilItOpens() {
        Map<String, String> form = owner.about("Wells for nobody yet");
        form.putAll(Map.of("who", "", "contact", ""));
        String campaign =
                Owner.location(owner.browser.post("/campaigns/new", form)).replace("/promise", "");
        assertThat(owner.browser.get(campaign + "/check").body())
                .contains("It does not say who can answer", "A contact is missing");
        for (String step : List.of("/campaigns/new", campaign + "/about")) {
            Document page = Jsoup.parse(owner.browser.get(step).body());
            assertThat(page.select("#title, #why, #who, #contact")).as(step).hasSize(4);
            assertThat(page.select("details #who, details #contact"))
                    .as("what the check demands is in sight")
                    .isEmpty();
        }
        String open = owner.makeOpen("Wells for all");
        assertThat(owner.browser.post(open + "/about", form).body())
                .contains("«Who can answer» is empty", "«Contact» is empty");
    }

    @Test
    void theCheckListTellsAllThatIsMissingAndOpensNothingBefore() {
        String campaign = owner.makeDraft("Too early");
        assertThat(owner.browser.get(campaign + "/check").body())
                .contains("The consent text is missing")
                .contains("It does not say what happens with the answers")
                .contains("There is no form yet");
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).state()).isEqualTo(Campaign.State.DRAFT);
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
    void opensClosesAndOpensAgain() {
        String campaign = owner.makeOpen("Wells open");
        assertThat(find(campaign).isOpen()).isTrue();
        assertThat(links.listTo(new ThingRef("organisation", owner.organisation)))
                .anyMatch(link -> link.path().equals(campaign) && link.verb().equals("asked-by"));
        owner.browser.post(campaign + "/close", Map.of());
        assertThat(find(campaign).state()).isEqualTo(Campaign.State.CLOSED);
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).isTrue();
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

    @Test
    void closesByItselfWhenTheLastDayIsOver() {
        String past = owner.makeOpen("Wells until yesterday");
        String open = owner.makeOpen("Wells until next year");
        endOn(past, "current_date - 2");
        endOn(open, "current_date + 300");
        closing.closeDue();
        assertThat(find(past).state()).isEqualTo(Campaign.State.CLOSED);
        assertThat(find(open).state()).isEqualTo(Campaign.State.OPEN);
        assertThat(owner.browser.get(past + "/check").body()).contains("The last day has passed");
    }

    @Test
    void aKeyIsShownOnceAndWorksUntilItIsRevoked() {
        String campaign = owner.makeOpen("Wells by app");
        String made = owner.browser
                .post(campaign + "/tokens", Map.of("kind", "collect", "label", "Tuesday team"))
                .body();
        String server = made.replaceAll("(?s).*>http://[^/]+(/openrosa/[^<]+)</output>.*", "$1");
        Visitor app = new Visitor(port);
        Map<String, String> version = Map.of("X-OpenRosa-Version", "1.0");
        assertThat(app.get(server + "/formList", version).body()).contains("<formID>");
        String list = owner.browser.get(campaign + "/tokens").body();
        assertThat(list).contains("Tuesday team").doesNotContain(server);
        String revoke = list.replaceAll("(?s).*action=\"([^\"]+/revoke)\".*", "$1");
        owner.browser.post(revoke, Map.of());
        assertThat(app.get(server + "/formList", version).statusCode()).isEqualTo(403);
    }

    @Test
    void aDeviceIsToldWhereToSend() {
        String campaign = owner.makeOpen("Wells by sensor");
        String made = owner.browser
                .post(campaign + "/tokens", Map.of("kind", "device", "label", "By the school"))
                .body();
        String address = made.replaceAll("(?s).*>http://[^/<]+(/api/v1/devices/[^<]+/readings)</output>.*", "$1");
        assertThat(new Visitor(port).get(address).statusCode())
                .as("taken by post alone")
                .isEqualTo(405);
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

    private void endOn(String campaign, String date) {
        jdbc.sql("update campaigns.campaign set closes_on = " + date + " where id = :id")
                .param("id", find(campaign).id())
                .update();
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
