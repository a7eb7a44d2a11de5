package org.commonweal.hub.launch.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Surroundings;
import org.commonweal.tlog.Log;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said);
    private Path archive;
    private Map<String, String> rows;

    @BeforeAll
    void aHubIsBackedUpAPersonErasesThemselfItIsBackedUpAgain(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path hub = SmallHub.make();
        archive = folder.resolve("monday");
        try (EmbeddedPostgres running = EmbeddedPostgres.start(hub, FreshData.BINARIES)) {
            rows = SmallHub.rows(running.address());
            SmallHub.backup(hub, archive, out);
            SmallHub.execute(running.address(), "delete from private.person_key where sealed_key = '\\x02'");
            SmallHub.execute(
                    running.address(),
                    "insert into frame.audit (actor, action, thing, detail) values ('hub', 'account.deleted', 'person:"
                            + SmallHub.GONE + "', '')");
            SmallHub.backup(hub, folder.resolve("tuesday"), out);
        }
    }

    @Test
    void bringsBackEverythingButThePersonWhoIsGone() throws Exception {
        assertThat(folder.resolve("monday.keys")).as("replaced by tuesday's").doesNotExist();
        Path data = restore(folder.resolve("back"), archive, folder.resolve("tuesday.keys"));
        assertThat(said.toString()).contains("taken back", "are there again");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            requireSame(postgres.address());
            // A rehearsal that is backed up into the usual folder must not cost the original its keys.
            SmallHub.backup(data, folder.resolve("rehearsal"), out);
            assertThat(folder.resolve("tuesday.keys")).exists();
        }
        assertThat(data.resolve("files/scope/ab/abcdef")).hasSize(100_000);
        assertThat(data.resolve("files/scope/in-1.part")).doesNotExist();
        assertThat(data.resolve("keys/hub")).hasContent("0123456789abcdef0123456789abcdef");
        assertThat(data.resolve(".restoring")).doesNotExist();
        try (Log log = Log.open(data.resolve("tlog/1"), SmallHub.LOG_KEY)) {
            assertThat(log.size()).isEqualTo(300);
            assertThat(log.needsProof()).isTrue();
        }
    }

    /** Who compares the two screens sees at once that nothing is missing; moments are told to the second. */
    @Test
    void tellsWhatWasCopiedAndWhatWasRestoredInTheSameWords() throws Exception {
        Path hub = SmallHub.make();
        Path file = folder.resolve("told");
        said.reset();
        SmallHub.backup(hub, file, out);
        String copied = said.toString().lines().findFirst().orElseThrow();
        assertThat(copied).matches("Copied: \\d+ rows in \\d+ tables, [1-9]\\d* files\\.");
        said.reset();
        restore(folder.resolve("told-again"), file, folder.resolve("told.keys"));
        assertThat(said.toString())
                .contains(copied.replace("Copied: ", "Restored: ").replaceFirst("\\.$", ", into "))
                .containsPattern(
                        "The archive is of \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, the keys of people of \\S+\\d\\dZ\\.")
                .doesNotContainPattern("\\d:\\d\\d\\.\\d");
    }

    @Test
    void movesTheRowsToAnotherPostgres() throws Exception {
        Path elsewhere = FreshData.make();
        try (EmbeddedPostgres external = EmbeddedPostgres.start(elsewhere, FreshData.BINARIES)) {
            DatabaseAddress address = external.address();
            String url = address.jdbcUrl().replace("//", "//" + address.user() + ":" + address.password() + "@");
            Path data =
                    restore(folder.resolve("moved"), archive, folder.resolve("tuesday.keys"), "--commonweal.db=" + url);
            requireSame(address);
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThatThrownBy(() -> restore(
                            folder.resolve("again"), archive, folder.resolve("tuesday.keys"), "--commonweal.db=" + url))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("needs an empty database")
                    .hasMessageNotContaining(address.password());
        }
    }

    @Test
    @Tag("long")
    void aChangedByteOrACutLeavesNothingBehind() throws Exception {
        byte[] bytes = Files.readAllBytes(archive);
        for (int at : new int[] {bytes.length / 2, bytes.length - 2}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            requireRefused(Files.write(folder.resolve("changed"), changed));
        }
        requireRefused(Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3)));
    }

    @Test
    void refusesAWrongPassphraseAndAFolderInUse() throws Exception {
        assertThatThrownBy(() -> Manifests.read(archive, "another passphrase".toCharArray()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("passphrase");
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("mine"), "");
        assertThatThrownBy(() -> restore(used, archive, folder.resolve("tuesday.keys")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs an empty folder")
                .hasMessageContaining("mine");
        assertThat(names(used)).containsExactly("mine");
    }

    @Test
    void whatIsNoBackupIsToldSo() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "hello there");
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        for (Path none : List.of(text, empty)) {
            assertThatThrownBy(() -> restore(folder.resolve("none"), none, folder.resolve("tuesday.keys")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is no backup");
            assertThatThrownBy(() -> restore(folder.resolve("none"), archive, none))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is no backup");
        }
    }

    private void requireRefused(Path broken) throws Exception {
        Path data = folder.resolve("broken");
        assertThatThrownBy(() -> restore(data, broken, folder.resolve("tuesday.keys")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Use another copy");
        assertThat(data).doesNotExist();
    }

    /** With the programs of the database unpacked into the folder, as without a test around it. */
    @Test
    void aCutArchiveLeavesTheFolderAsItWas() throws Exception {
        byte[] bytes = Files.readAllBytes(archive);
        Path cut = Files.write(folder.resolve("cut-short"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path absent = folder.resolve("absent");
        Path there = Files.createDirectories(folder.resolve("there/lost+found")).getParent();
        for (Path data : List.of(absent, there)) {
            try (Surroundings here = Surroundings.read(
                    "--commonweal.data=" + data, "--commonweal.postgres=" + data.resolve("postgres-server"))) {
                assertThatThrownBy(() -> new Restore(here, new Lines(out))
                                .read(cut, List.of(folder.resolve("tuesday.keys")), SmallHub.PASSPHRASE))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Use another copy");
            }
        }
        assertThat(absent).doesNotExist();
        assertThat(names(there)).containsExactly("lost+found");
    }

    private static List<String> names(Path data) throws Exception {
        try (var left = Files.list(data)) {
            return left.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void requireSame(DatabaseAddress address) throws Exception {
        Map<String, String> restored = SmallHub.rows(address);
        assertThat(restored.remove(Tables.PERSON_KEYS)).startsWith("1 ");
        Map<String, String> expected = new java.util.TreeMap<>(rows);
        assertThat(expected.remove(Tables.PERSON_KEYS)).startsWith("2 ");
        for (String passing : List.of(
                "private.mail",
                "private.reply_address",
                "accounts.sign_in_link",
                "frame.spring_session",
                "frame.spring_session_attributes")) {
            assertThat(expected.remove(passing)).as(passing).startsWith("1 ");
            assertThat(restored.remove(passing)).as(passing).startsWith("0 ");
        }
        assertThat(expected.remove("frame.setting")).startsWith("0 ");
        assertThat(restored.remove("frame.setting")).as("its lineage").startsWith("1 ");
        assertThat(expected.remove("ledger.log")).startsWith("1 ");
        assertThat(restored.remove("ledger.log")).as("compared anew").startsWith("1 ");
        try (var connection = Connections.open(address);
                var statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("select from ledger.log where known is not null")
                            .next())
                    .isFalse();
        }
        assertThat(restored).isEqualTo(expected);
        // Identities go on where they stood, references hold again.
        SmallHub.execute(
                address, "insert into frame.audit (actor, action, thing, detail) values ('hub', 'a', 't', 'd')");
        try (var connection = Connections.open(address);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "insert into frame.spring_session_attributes values ('nobody', 'a', '\\x00')"))
                    .hasMessageContaining("foreign key");
        }
    }

    private Path restore(Path data, Path file, Path keys, String... more) throws Exception {
        try (Surroundings here = SmallHub.at(data, more)) {
            new Restore(here, new Lines(out)).read(file, List.of(keys), SmallHub.PASSPHRASE);
        }
        return data;
    }
}
