package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Logged;
import org.commonweal.hub.frame.Settings;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.KeyFile;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the keeper of the log does when something goes wrong around it. */
@HubTest
class KeptLogTest {
    @LocalServerPort
    int port;

    @Autowired
    Published published;

    @Autowired
    Entries entries;

    @Autowired
    Logs logs;

    @Autowired
    LogFolders folders;

    @Autowired
    Keeper keeper;

    @Autowired
    Origins origins;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    LogClient stranger;
    UUID first;

    @BeforeEach
    void publish() {
        stranger = new LogClient("http://localhost:" + port);
        first = published.publish("Before");
        await().until(() -> published.isPlaced(first));
    }

    @AfterEach
    void isWhole() throws Exception {
        await().until(() -> logs.findCurrent().orElseThrow().state() == Signing.SIGNING);
        assertThat(new LogAudit(stranger, stranger.key()).run(List.of()).problems())
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from ledger.place where log = :log")
                        .param("log", number())
                        .query(Long.class)
                        .single())
                .isEqualTo(stranger.size());
    }

    @Test
    void findsAnEntryThatWasAppendedAndNotRecorded() throws Exception {
        long index = published.placed(first).index();
        long size = stranger.size();
        keeper.stop();
        forgetPlace(first);
        keeper.start();
        await().until(() -> published.isPlaced(first));
        assertThat(published.placed(first).index()).isEqualTo(index);
        assertThat(stranger.size()).isEqualTo(size);
        assertThat(entries.countPending()).isZero();
    }

    @Test
    void rebuildsEntriesThatAnOlderDatabaseLacks() throws Exception {
        UUID id = published.placed(first).entry().id();
        keeper.stop();
        forgetPlace(first);
        jdbc.sql("delete from ledger.pending where entry = :id").param("id", id).update();
        jdbc.sql("delete from ledger.entry where id = :id").param("id", id).update();
        keeper.start();
        await().until(() -> published.isPlaced(first));
    }

    @Test
    void letsEntriesWaitWhileTheDiskTakesNothing() throws Exception {
        // A folder where the engine writes its next file makes every write fail.
        Path inTheWay = Files.createDirectory(folders.folder(number()).resolve("temp/new"));
        UUID id = published.publish("On a full disk");
        await().until(() -> logs.findCurrent().orElseThrow().state() == Signing.STOPPED);
        assertThat(logs.findCurrent().orElseThrow().told()).isNotBlank();
        assertThat(stranger.get("/log/checkpoint").statusCode()).isEqualTo(200);
        Files.delete(inTheWay);
        await().until(() -> published.isPlaced(id));
    }

    @Test
    void signsNothingAfterARestoreUntilItIsCompared() throws Exception {
        String known = stranger.checkpoint().toString();
        keeper.stop();
        Log.requireProof(folders.all());
        keeper.start();
        await().until(() -> state() == Signing.HELD);
        UUID waiting = published.publish("While held");
        await().until(() -> entries.countPending() == 1);
        assertThat(stranger.text("/log")).contains("Not signing at present", "One publication waits");
        assertThat(stranger.checkpoint().toString()).isEqualTo(known);

        logs.giveKnown(number(), known.replace(stranger.key().name(), "other.example/log"));
        await().until(() -> !logs.findCurrent().orElseThrow().told().isEmpty());
        assertThat(state()).isEqualTo(Signing.HELD);

        logs.giveKnown(number(), known);
        await().until(() -> published.isPlaced(waiting));
    }

    /** Such as one that came between the comparison and its answer, or was left by an earlier version. */
    @Test
    void forgetsACheckpointFromOutsideOnceItSigns() throws Exception {
        keeper.stop();
        jdbc.sql("update ledger.log set known = :known where number = :number")
                .param("known", stranger.checkpoint().toString())
                .param("number", number())
                .update();
        keeper.start();
        await().until(() -> logs.findCurrent().orElseThrow().known() == null);
        assertThat(logs.giveKnown(number(), stranger.checkpoint().toString()))
                .as("taken while it signs")
                .isFalse();
    }

    @Test
    void noticesThatItsFilesWereRolledBack() throws Exception {
        Path folder = folders.folder(number());
        Path older = folders.all().resolve("older");
        Path newer = folders.all().resolve("newer");
        keeper.stop();
        copy(folder, older);
        keeper.start();
        UUID lost = published.publish("Lost by the rollback");
        await().until(() -> published.isPlaced(lost));
        SignedCheckpoint seen = stranger.checkpoint();
        keeper.stop();
        copy(folder, newer);
        replace(folder, older);
        keeper.start();
        await().until(() -> state() == Signing.HELD);
        // Also when somebody gives it the checkpoint of the older files, which fits them.
        for (SignedCheckpoint given : List.of(seen, stranger.checkpoint())) {
            logs.giveKnown(number(), given.toString());
            await().until(() -> logs.findCurrent().orElseThrow().told().contains("what was restored is older"));
            assertThat(state()).isEqualTo(Signing.HELD);
        }

        keeper.stop();
        replace(folder, newer);
        keeper.start();
        await().until(() -> state() == Signing.SIGNING);
    }

    /** Bytes that a disk altered are no older copy: no checkpoint mends them, the file does. */
    @Test
    void stopsOverADamagedTileAndGoesOnOnceItIsPutBack() throws Exception {
        if (stranger.size() % TilePath.FULL == 0) first = publishAndAwait("So that there is a partial tile");
        TilePath name = new TileReader(stranger, stranger.size()).pathAt(0, (stranger.size() - 1) / TilePath.FULL);
        Path tile = folders.publicFiles(number()).resolve(name.toString());
        byte[] whole = Files.readAllBytes(tile);
        byte[] damaged = whole.clone();
        damaged[0] ^= 1;
        damaged[1] ^= 1;
        keeper.stop();
        Files.write(tile, damaged);
        List<String> said = Logged.during(() -> {
            keeper.start();
            await().until(() -> state() == Signing.STOPPED);
        });
        assertThat(logs.findCurrent().orElseThrow().told())
                .contains("do not agree: " + name + " does not follow from what is below it", "back from a backup");
        assertThat(said).anyMatch(line -> line.startsWith("WARN The log waits: ") && line.contains(name.toString()));
        assertThat(folders.folder(number()).resolve("needs-proof")).doesNotExist();
        UUID waiting = published.publish("While it is damaged");

        Files.write(tile, whole);
        // By itself within half a minute; whoever starts the hub anew waits for nothing.
        keeper.stop();
        keeper.start();
        await().until(() -> published.isPlaced(waiting));
        assertThat(state()).isEqualTo(Signing.SIGNING);
    }

    /** An answer that people understand and that a program may repeat, and one line for the log however many ask. */
    @Test
    void saysThatAnEntryCannotBeProvenWhileItsFilesAreDamaged() throws Exception {
        UUID last = publishAndAwait("The last");
        // An entry alone in its tile is proven without it.
        while (stranger.size() % TilePath.FULL < 2) last = publishAndAwait("The last after all");
        String proof = "/log/proof/" + last + "/1";
        TilePath name = new TileReader(stranger, stranger.size()).pathAt(0, (stranger.size() - 1) / TilePath.FULL);
        Path tile = folders.publicFiles(number()).resolve(name.toString());
        byte[] whole = Files.readAllBytes(tile);
        // Damage that comes back after a repair is news.
        for (int damage = 0; damage < 2; damage++) {
            Files.write(tile, new byte[whole.length]);
            List<String> said = Logged.during(() -> {
                for (int time = 0; time < 3; time++) requireUnproven(proof);
            });
            Files.write(tile, whole);
            assertThat(said)
                    .filteredOn(line -> line.contains("cannot be proven"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ");
            assertThat(said).noneMatch(line -> line.startsWith("ERROR"));
            assertThat(stranger.get(proof).statusCode()).isEqualTo(200);
        }
    }

    private void requireUnproven(String proof) {
        var answer = stranger.get(proof);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("a file of the public log is missing or damaged");
    }

    @Test
    void holdsFilesThatAgreeWithThemselvesAndTellAnotherHistory() throws Exception {
        keeper.stop();
        LogRow row = logs.findCurrent().orElseThrow();
        SignedCheckpoint ours = stranger.checkpoint();
        Checkpoint other =
                new Checkpoint(row.origin(), ours.checkpoint().size(), new Hasher().leaf("another history".getBytes()));
        logs.setCheckpoint(
                row.number(),
                SignedCheckpoint.sign(other, KeyFile.read(folders.key(row.number())))
                        .toString());
        List<String> said = Logged.during(() -> {
            keeper.start();
            await().until(() -> state() == Signing.HELD);
        });
        assertThat(said)
                .anyMatch(line -> line.startsWith("WARN At size") && line.contains("contradict what this hub has seen"))
                .anyMatch(line -> line.contains("signs nothing until"));
        assertThat(logs.findCurrent().orElseThrow().told()).isEmpty();

        keeper.stop();
        logs.setCheckpoint(row.number(), ours.toString());
        keeper.start();
        logs.giveKnown(row.number(), ours.toString());
        await().until(() -> state() == Signing.SIGNING);
    }

    private UUID publishAndAwait(String text) {
        UUID id = published.publish(text);
        await().until(() -> published.isPlaced(id));
        return id;
    }

    @Test
    void beginsAnewWithAllThatWasPublished() throws Exception {
        int before = number();
        long size = stranger.size();
        SignedCheckpoint last = stranger.checkpoint();
        origins.begin("The key was on a stolen laptop");
        keeper.wake();
        await().until(() -> number() > before && entries.countPending() == 0);
        assertThat(published.placed(first).log()).isEqualTo(number());
        assertThat(stranger.size()).isEqualTo(size);
        assertThat(stranger.checkpoint().checkpoint().origin())
                .isNotEqualTo(last.checkpoint().origin());
        assertThat(stranger.text("/log/" + before + "/checkpoint")).isEqualTo(last.toString());
        assertThat(stranger.text("/log"))
                .contains("Earlier logs", last.checkpoint().origin(), "The key was on a stolen laptop");
    }

    @Test
    void keepsWhatADemonstrationMadeUpInALogOfItsOwn() throws Exception {
        settings.put(Settings.DEMONSTRATION, "true");
        await().until(() -> logs.findCurrent().orElseThrow().demonstration());
        UUID madeUp = published.publish("Made up");
        await().until(() -> published.isPlaced(madeUp));
        assertThat(stranger.checkpoint().checkpoint().origin()).contains("/demonstration");
        assertThat(stranger.text("/log")).contains("A demonstration");

        jdbc.sql("delete from frame.setting where key = :key")
                .param("key", Settings.DEMONSTRATION)
                .update();
        await().until(() -> !logs.findCurrent().orElseThrow().demonstration());
        UUID real = published.publish("Real");
        await().until(() -> published.isPlaced(real));
        assertThat(stranger.size()).isEqualTo(1);
        assertThat(published.placed(madeUp).log()).isLessThan(number());
    }

    private void forgetPlace(UUID document) {
        UUID id = published.placed(document).entry().id();
        jdbc.sql("insert into ledger.pending select id, number from ledger.entry where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from ledger.place where entry = :id").param("id", id).update();
    }

    private int number() {
        return logs.findCurrent().orElseThrow().number();
    }

    private Signing state() {
        return logs.findCurrent().orElseThrow().state();
    }

    private static void replace(Path folder, Path by) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        Files.move(by, folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
