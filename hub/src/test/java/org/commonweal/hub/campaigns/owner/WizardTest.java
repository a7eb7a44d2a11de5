package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From nothing to an open campaign, and who may not. */
@HubTest
class WizardTest {
    private static Owner owner;
    private static Owner other;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Rights rights;

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
                        .isEqualTo(404);
            for (String step : List.of("about", "promise", "open", "close", "tokens", "in/fr"))
                assertThat(visitor.post(campaign + "/" + step, owner.about("Taken"))
                                .statusCode())
                        .as(step)
                        .isEqualTo(404);
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
        assertThat(zoneOf("XK", "UTC")).as("which the IANA list leaves out").isEqualTo("Europe/Belgrade");
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

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
