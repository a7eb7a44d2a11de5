package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The audit trail as administrators read it, and the hub's name beside it. */
@HubTest
class AuditPageTest {
    // Statements that note a deed, and the constants and variables that hold one.
    private static final Pattern NOTING = Pattern.compile(
            "(?s)(?:\\b(?:note|noteBy)|desk\\.(?:save|move))\\([^;]*;|String (?:action|ERASED) =[^;]*;");
    private static final Pattern DEED = Pattern.compile("\"([a-z]+\\.[a-z][a-z-]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Audit audit;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Words words;

    private Visitor keeper;

    @BeforeEach
    void comeIn() {
        keeper = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
    }

    @Test
    void everyDeedThatIsNotedHasWords() throws IOException {
        Set<String> deeds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList())
                NOTING.matcher(Files.readString(file))
                        .results()
                        .flatMap(noting -> DEED.matcher(noting.group()).results())
                        .forEach(deed -> deeds.add(deed.group(1)));
        }
        assertThat(deeds)
                .hasSizeGreaterThan(40)
                .contains("rights.granted", "account.deleted", "campaign.closed-by-date", "finding.corrected");
        // What a decision does is put together from its state.
        Stream.of("approved", "rejected", "asked", "received").forEach(state -> deeds.add("submission." + state));
        assertThat(deeds).allSatisfy(deed -> {
            String key = "accounts.audit.did." + deed.replace('.', '-');
            assertThat(words.say(Locale.ENGLISH, key, 0L)).isNotEqualTo(key).doesNotContain("{");
        });
    }

    @Test
    void namesThingsAndCountsAsPeopleDo() {
        Campaign campaign = Drawn.campaign("Wells of the trail").open(campaigns);
        audit.note("submission.approved", campaign.ref(), "1 submissions");
        audit.note("submission.rejected", campaign.ref(), "41 submissions");
        audit.note("campaign.readings-imported", campaign.ref(), "1200");
        audit.note("finding.published", new ThingRef("draft", UUID.randomUUID()), "version 2");
        Document page = Jsoup.parse(keeper.get("/hub/audit").body());
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Approved 1 submission ", "Wells of the trail"))
                .anySatisfy(row -> assertThat(row).contains("Rejected 41 submissions "))
                .anySatisfy(row -> assertThat(row).contains("Imported 1,200 readings "))
                .anySatisfy(row -> assertThat(row).contains("Published version 2 of a finding", "a draft"));
        assertThat(page.select("tbody a[href='" + campaign.path() + "']")).isNotEmpty();
        assertThat(page.select("#action option").eachText()).contains("Approved submissions");
    }

    @Test
    void saysAtTheFieldWhatItCantRead() {
        for (Map.Entry<String, String> one : Map.of(
                        "from=yesterday", "from",
                        "until=2026-02-30", "until",
                        "from=2026-11-22&until=2026-11-21", "until",
                        "action=no.such", "action",
                        "action=%7B0%27", "action")
                .entrySet()) {
            Document page = Jsoup.parse(keeper.get("/hub/audit?" + one.getKey()).body());
            assertThat(page.select("#" + one.getValue() + "-fault"))
                    .as(one.getKey())
                    .hasSize(1);
            assertThat(page.select("tbody tr")).as(one.getKey()).isEmpty();
            assertThat(keeper.get("/hub/audit.csv?" + one.getKey()).statusCode())
                    .as(one.getKey())
                    .isEqualTo(400);
        }
        Document typed = Jsoup.parse(keeper.get("/hub/audit?from=yesterday").body());
        assertThat(typed.select("#from").val()).isEqualTo("yesterday");
        assertThat(keeper.get("/hub/audit?from=2026-11-21&until=2026-11-21").body())
                .doesNotContain("-fault");
        assertThat(keeper.get("/hub/audit?from=1999-01-01&until=1999-01-02").body())
                .contains("Nothing was noted")
                .doesNotContain("<table");
    }

    /** A turned direction would go on in the title of every page. */
    @Test
    void aHubsNameTurnsNothingAround() {
        keeper.get("/hub");
        keeper.post("/hub", Map.of("name", "Neigh\u202ebours\u0007"));
        assertThat(Jsoup.parse(keeper.get("/hub").body()).select("#name").val()).isEqualTo("Neighbours");
        keeper.post("/hub", Map.of("name", "Commonweal"));
    }

    @Test
    void asksForAHubNameAtItsField() {
        keeper.get("/hub");
        for (String name : List.of(" ", "x".repeat(81))) {
            var answer = keeper.post("/hub", Map.of("name", name));
            assertThat(answer.statusCode()).isEqualTo(422);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("#name-fault").text()).contains("80 characters");
            assertThat(page.select("#name").val()).isEqualTo(name);
        }
    }
}
