package org.commonweal.hub.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.commonweal.hub.Campaigner;
import org.commonweal.hub.Collect;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.launch.HubProcess;
import org.commonweal.hub.ledger.LogClient;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.Verification;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hub that is killed while people send, correct and take back, and reviewers publish: what it said it had, it has.
 *
 * <p>The moments are drawn at random; {@code -Dhardship.seed=…} draws the same ones again.
 */
@Tag("long")
class CrashTest {
    static final String FORM = """
            # survey
            type              | name  | label
            select_one states | state | How is the well today?
            integer           | depth | How deep is it?
            image             | photo | A photo of it
            # choices
            list_name | name | label
            states    | full | Full
            states    | dry  | Dry
            # settings
            form_title | form_id | version
            Wells      | wells   | 1
            """;
    private static final int KILLS = 20;

    /** What dies: the hub alone, or its database with it. */
    enum Kill {
        HUB,
        HUB_THEN_DATABASE,
        DATABASE_THEN_HUB,
        /** Its helpers stay for a moment and may still write. */
        HUB_AND_POSTMASTER
    }

    private final long seed = Long.getLong("hardship.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Path data;
    private int port;
    private LogClient log;
    private Kept kept;
    private Pour pour;
    private final Map<String, String> idOf = new HashMap<>();

    @BeforeEach
    void prepare() throws Exception {
        data = FreshData.make();
        port = HubProcess.freePort();
        log = new LogClient("http://localhost:" + port);
        kept = new Kept(data);
        System.out.println("hardship.seed=" + seed);
    }

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        pour = begin();
        for (int kill = 1; kill <= KILLS; kill++) {
            if (kill % 4 == 0) killWhileItStarts();
            Kill how = Kill.values()[random.nextInt(Kill.values().length)];
            int afterMillis = 50 + random.nextInt(1_500);
            try (HubProcess hub = HubProcess.up(data, port).waitFor("Ready in ")) {
                requireAllThere();
                int publishedBefore = pour.published.size();
                pour.begin();
                // A hub that just started publishes slowly: most kills come once it does, some before.
                if (kill % 5 > 0)
                    await().atMost(Duration.ofMinutes(5)).until(() -> pour.published.size() >= publishedBefore + 3);
                // The moment of the kill is what is drawn at random, here and below.
                Thread.sleep(afterMillis);
                pour.expectTheWorst();
                kill(hub, how);
                pour.end();
            }
            assertThat(pour.refused).as("answers while nobody killed anything").isEmpty();
            System.out.printf(
                    "kill %d: %s after %d ms; so far %d submissions, of them %d corrections, %d withdrawals; %d findings,"
                            + " %d checkpoints%n",
                    kill,
                    how,
                    afterMillis,
                    pour.acknowledged.size(),
                    pour.corrections.get(),
                    pour.withdrawals.get(),
                    pour.published.size(),
                    pour.checkpoints.size());
        }
        try (HubProcess hub = HubProcess.up(data, port).waitFor("Ready in ")) {
            requireAllThere();
            hub.process.destroy();
            hub.exitCode();
        }
        assertThat(pour.acknowledged).hasSizeGreaterThan(KILLS * 10);
        assertThat(pour.corrections).hasValueGreaterThan(KILLS);
        assertThat(pour.withdrawals).hasValueGreaterThan(KILLS);
        assertThat(pour.published).hasSizeGreaterThan(KILLS);
    }

    /** A campaign that people answer, and one whose answers a reviewer publishes. */
    private Pour begin() throws Exception {
        try (HubProcess hub = HubProcess.up(data, port).waitFor("Ready in ").waitFor("sign-in-link")) {
            Campaigner owner = Campaigner.comeIn(port, Files.readString(data.resolve("sign-in-link")));
            String counted = owner.open("Wells that were counted", Sheets.xlsx(FORM));
            Collect app = new Collect(owner.makeServerAddress(counted));
            Collect.BlankForm form = app.fetchForm();
            for (int i = 0; i < 12; i++)
                app.send("telephone-" + i, form.fill(Collect.newInstanceId(), Map.of("state", "dry")), Map.of());
            owner.approveAll(counted);
            String finding = owner.publishCount(counted, "state", "The first");
            await().until(() -> log.get("/log/proof/" + idOf(finding) + "/1").statusCode() == 200);
            String answered = owner.open("Wells of today", Sheets.xlsx(FORM));
            Pour ready = new Pour(port, random, new Collect(owner.makeServerAddress(answered)), owner, counted, log);
            ready.published.add(finding);
            kill(hub, Kill.HUB);
            return ready;
        }
    }

    private void killWhileItStarts() throws Exception {
        try (HubProcess hub = HubProcess.up(data, port)) {
            Thread.sleep(random.nextInt(5_000));
            kill(hub, Kill.values()[random.nextInt(Kill.values().length)]);
        }
    }

    private void kill(HubProcess hub, Kill how) throws InterruptedException {
        List<ProcessHandle> database = new ArrayList<>();
        if (how != Kill.HUB)
            HubProcess.databasesOn(data).forEach(postmaster -> {
                database.add(postmaster);
                if (how != Kill.HUB_AND_POSTMASTER) postmaster.descendants().forEach(database::add);
            });
        if (how == Kill.DATABASE_THEN_HUB) database.forEach(ProcessHandle::destroyForcibly);
        hub.process.destroyForcibly().waitFor();
        database.forEach(ProcessHandle::destroyForcibly);
    }

    private void requireAllThere() throws Exception {
        Map<String, Kept.Submission> submissions = kept.submissions();
        pour.acknowledged.forEach((instance, may) -> assertThat(submissions.get(instance))
                .as("%s, acknowledged", instance)
                .isIn(may));
        requireFindings();
        requireOneLog();
    }

    /** Each finding is there and provable within a moment, each version once in the log, and nothing else. */
    private void requireFindings() throws Exception {
        for (String finding : pour.published) {
            if (idOf.containsKey(finding)) continue;
            String proof = "/log/proof/" + idOf(finding) + "/1";
            await().atMost(Duration.ofSeconds(30)).until(() -> log.get(proof).statusCode() == 200);
            Verification.of(ProofFile.parse(log.get(proof).body()), log.key());
        }
        List<String> versions = kept.versions();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(leaves()).containsExactlyInAnyOrderElementsOf(versions));
        assertThat(versions)
                .containsAll(pour.published.stream()
                        .map(idOf::get)
                        .map(id -> id + "/1")
                        .toList());
    }

    private List<String> leaves() throws Exception {
        long size = log.checkpoint().checkpoint().size();
        List<String> leaves = new ArrayList<>();
        for (long first = 0; first < size; first += 256)
            for (byte[] bytes : new TileReader(log, size).bundle(first)) {
                Leaf leaf = Leaf.parse(bytes);
                leaves.add(leaf.id() + "/" + leaf.version());
            }
        return leaves;
    }

    /** Every checkpoint that anybody was ever served is the beginning of today's log (RFC 9162, section 2.1.4). */
    private void requireOneLog() throws Exception {
        List<SignedCheckpoint> served = List.copyOf(pour.checkpoints.values());
        assertThat(new LogAudit(log, log.key()).run(served).problems()).isEmpty();
        Checkpoint now = log.checkpoint().checkpoint();
        TreeProofs tree = new TreeProofs(new TileReader(log, now.size()));
        for (SignedCheckpoint one : served) {
            one.verify(log.key());
            Checkpoint then = one.checkpoint();
            tree.consistency(then.size(), now.size()).verify(then.root(), now.root());
        }
        Set<Long> sizes = new HashSet<>();
        served.forEach(one -> assertThat(sizes.add(one.checkpoint().size()))
                .as("two checkpoints of one size")
                .isTrue());
    }

    private String idOf(String finding) {
        return idOf.computeIfAbsent(finding, path -> JsonMapper.shared()
                .readTree(log.get(path + "/v/1/finding.json").body())
                .get("id")
                .asString());
    }
}
