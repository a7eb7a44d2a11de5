package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.evidence.Desk;
import org.commonweal.hub.evidence.FindingPublished;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.Verification;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class PublishedFindingTest {
    @LocalServerPort
    int port;

    @Autowired
    Published published;

    @Autowired
    EntrySearch search;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    LogClient stranger;

    @BeforeEach
    void come() throws Exception {
        stranger = new LogClient("http://localhost:" + port);
        await().until(() -> stranger.get("/log/checkpoint").statusCode() == 200);
    }

    @Test
    void standsInTheServedLogOnceItIsPublished() throws Exception {
        UUID id = published.publish("Well 7 gives clean water");
        await().until(() -> published.isPlaced(id));
        long index = published.placed(id).index();
        byte[] entry = new TileReader(stranger, stranger.size()).bundle(index).get((int) (index % 256));
        assertThat(Leaf.parse(entry))
                .extracting(
                        Leaf::type, Leaf::id, Leaf::version, leaf -> leaf.time().toString())
                .containsExactly("finding", id.toString(), 1L, "2026-11-21T08:00:00Z");
        assertThat(new LogAudit(stranger, stranger.key())
                        .run(java.util.List.of())
                        .problems())
                .isEmpty();
    }

    /** By the times that were written down; how long it took is said, and no test's to bound. */
    @Test
    void followsOnItsPublication() throws Exception {
        String path = desk.publishedAndDraft("Air in five streets").getFirst();
        JsonNode document = JsonMapper.shared().readTree(stranger.text(path + "/v/1/finding.json"));
        UUID id = UUID.fromString(document.get("id").asString());
        await().until(() -> published.isPlaced(id));
        assertThat(published.placed(id).entry().at())
                .isEqualTo(Instant.parse(document.get("published").asString()));
        // The document tells the second alone, the audit trail the moment in which the publication began.
        Instant publication = at(
                "select at from frame.audit where action = 'finding.published'"
                        + " and thing = 'finding:' || :document",
                id);
        Instant entry = at(
                "select p.at from ledger.place p join ledger.entry e on e.id = p.entry"
                        + " where e.document = :document::uuid",
                id);
        assertThat(entry).isAfter(publication);
        System.out.printf(
                "published, and in the log %d ms later%n",
                Duration.between(publication, entry).toMillis());
    }

    private Instant at(String sql, UUID document) {
        return jdbc.sql(sql)
                .param("document", document.toString())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void hasAProofFileThatHolds() throws Exception {
        UUID id = published.publish("Air at the school: 24 µg/m³");
        await().until(() -> published.isPlaced(id));
        var answer = stranger.get("/log/proof/" + id + "/1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"finding-")
                .endsWith("-v1.proof.json\"");
        ProofFile file = ProofFile.parse(answer.body());
        assertThat(file.document()).contains("24 µg/m³");
        assertThat(Verification.of(file, stranger.key()).leaf().id()).isEqualTo(id.toString());
    }

    @Test
    void isEnteredOnceHoweverOftenItIsTold() throws Exception {
        UUID id = UUID.randomUUID();
        FindingPublished event = published.publish(id, 1, "Once");
        published.tell(event);
        published.tell(event);
        UUID last = published.publish("Told after them");
        await().until(() -> published.isPlaced(last));
        published.tell(event);
        UUID veryLast = published.publish("Told after that");
        await().until(() -> published.isPlaced(veryLast));
        assertThat(leavesOf(id)).isEqualTo(1);
    }

    @Test
    void keepsItsFirstDigestWhenAnotherIsToldForTheSameVersion() throws Exception {
        UUID id = UUID.randomUUID();
        FindingPublished first = published.publish(id, 1, "First");
        await().until(() -> published.isPlaced(id));
        published.tell(new FindingPublished(id, "finding", 1, "0".repeat(64), first.at()));
        UUID last = published.publish("After the false one");
        await().until(() -> published.isPlaced(last));
        assertThat(search.listOf(id))
                .singleElement()
                .satisfies(placed -> assertThat(placed.entry().sha256()).isEqualTo(first.sha256()));
    }

    @Test
    void leavesATombstoneWhenItIsWithdrawn() throws Exception {
        UUID id = published.publish("Too good to be true");
        await().until(() -> published.isPlaced(id));
        published.withdraw(id, 1);
        published.tell(new FindingPublished(id, "tombstone", 2, "1".repeat(64), java.time.Instant.now()));
        await().until(() ->
                search.listOf(id).stream().filter(PlacedEntry::isPlaced).count() == 2);
        assertThat(stranger.get("/log/proof/" + id + "/1").statusCode()).isEqualTo(410);
        assertThat(leavesOf(id)).isEqualTo(2);
        assertThat(stranger.text("/log/entries/" + published.placed(id).index()))
                .contains("Withdrawal");
    }

    private long leavesOf(UUID id) throws Exception {
        long count = 0;
        long size = stranger.size();
        for (long first = 0; first < size; first += 256)
            count += new TileReader(stranger, size)
                    .bundle(first).stream()
                            .filter(leaf -> new String(leaf).contains(id.toString()))
                            .count();
        return count;
    }
}
