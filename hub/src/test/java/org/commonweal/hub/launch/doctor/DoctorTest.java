package org.commonweal.hub.launch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.frame.database.Rooms;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Surroundings;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.note.KeyFile;
import org.commonweal.tlog.note.SignerKey;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aSoundHubIsWell() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            int code = look(
                    FreshData.make(),
                    "--commonweal.public-url=https://hub.example.org",
                    "--spring.mail.host=localhost",
                    "--spring.mail.port=" + mail.getSmtp().getPort());
            assertThat(said.toString()).contains("✓ Mail: localhost:").contains("✓ Database: PostgreSQL 18");
            assertThat(said.toString()).doesNotContain("✗ ");
            assertThat(code).isZero();
        } finally {
            mail.stop();
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        Path data = FreshData.make();
        Files.setPosixFilePermissions(data.resolve("keys/database"), PosixFilePermissions.fromString("rw-r--r--"));
        try (ServerSocket other = new ServerSocket(0);
                ServerSocket silent = new ServerSocket(0)) {
            int closed = silent.getLocalPort();
            silent.close();
            int code = look(
                    data,
                    "--commonweal.port=" + other.getLocalPort(),
                    "--commonweal.public-url=http://hub.example.org",
                    "--commonweal.db=postgresql://nobody:secret@127.0.0.1:" + closed + "/none",
                    "--spring.mail.host=localhost",
                    "--spring.mail.port=" + closed);
            assertThat(said.toString())
                    .contains("✗ Data: " + data.resolve("keys/database") + " can be read by others")
                    .contains("✗ Port: Port " + other.getLocalPort() + " is in use")
                    .contains("✗ Database: The database postgresql://127.0.0.1:" + closed + "/none can't be used")
                    .contains("✗ Mail: localhost:" + closed + " can't be reached")
                    .contains("✗ Address: http://hub.example.org is not encrypted")
                    .doesNotContain("secret");
            assertThat(code).isEqualTo(1);
        }
    }

    @Test
    void aClockThatStandsBeforeWhatWasWrittenIsWrong() throws Exception {
        Path data = FreshData.make();
        Path checkpoint = data.resolve("tlog/1/public/checkpoint");
        Files.createDirectories(checkpoint.getParent());
        Files.writeString(checkpoint, "");
        Instant later = Instant.parse("2200-01-01T00:00:00Z");
        Files.setLastModifiedTime(checkpoint, FileTime.from(later));
        assertThat(look(data)).isEqualTo(1);
        assertThat(said.toString())
                .contains("✗ Clock: ")
                .contains("is before the newest entry, of " + later)
                .doesNotContain("jumped");
    }

    @Test
    void aDamagedLogIsWrongAndNamed() throws Exception {
        Path data = FreshData.make();
        Path tile = log(data).resolve("public/tile/0/000.p/3");
        look(data);
        assertThat(said.toString()).contains("✓ Public log: tlog/1, hub.example/log: all files of 3 entries agree");
        said.reset();

        byte[] bytes = Files.readAllBytes(tile);
        bytes[0] ^= 1;
        Files.write(tile, bytes);
        assertThat(look(data)).isEqualTo(1);
        assertThat(said.toString())
                .contains("✗ Public log: tlog/1/public: tile/0/000.p/3 does not follow from what is below it")
                .contains("! Public log: put what is named above")
                .doesNotContain("✓ Public log");
    }

    @Test
    void aLogThatSignsNothingIsWrong() throws Exception {
        Path data = FreshData.make();
        Log.requireProof(log(data));
        assertThat(look(data)).isEqualTo(1);
        assertThat(said.toString())
                .contains("✓ Public log: tlog/1, hub.example/log: all files of 3 entries agree")
                .contains("✗ Public log: tlog/1 was put back")
                .contains("shows it the newest checkpoint known outside");
    }

    @Test
    void whatTheHubToldOfALogThatStoppedIsTold() throws Exception {
        Path data = FreshData.make();
        log(data);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            Rooms.migrate(postgres.address());
            try (var connection = Connections.open(postgres.address());
                    var statement = connection.createStatement()) {
                statement.execute("insert into ledger.log (number, origin, local, demonstration, after_entry, reason,"
                        + " state, told) values (1, 'hub.example/log', false, false, 0, 'first', 'STOPPED',"
                        + " 'The disk is full.')");
            }
        }
        assertThat(look(data)).isEqualTo(1);
        assertThat(said.toString()).contains("✗ Public log: the hub told last that it stopped: The disk is full.");
    }

    /** A log of three entries, as a hub leaves it. */
    private static Path log(Path data) throws Exception {
        SignerKey key = SignerKey.generate("hub.example/log");
        KeyFile.create(data.resolve("keys/log-1"), key);
        Path folder = Files.createDirectories(data.resolve("tlog/1"));
        try (Log log = Log.create(folder, key)) {
            for (int i = 0; i < 3; i++) log.append(new byte[] {(byte) i}).join();
        }
        return folder;
    }

    @Test
    void aWrongPasswordForTheMailServerIsWrong() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        mail.setUser("hub@example.org", "hub@example.org", "secret");
        try {
            String[] settings = {
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--spring.mail.username=hub@example.org",
                "--spring.mail.properties.mail.smtp.auth=true",
                "--spring.mail.password=secret"
            };
            Path data = FreshData.make();
            look(data, settings);
            assertThat(said.toString())
                    .contains("✓ Mail: it takes the user name and the password")
                    .doesNotContain("mail-from");
            settings[4] = "--spring.mail.password=mistyped";
            assertThat(look(data, settings)).isEqualTo(1);
            assertThat(said.toString())
                    .contains("✗ Mail: it does not take the user name and the password")
                    .doesNotContain("mistyped");
        } finally {
            mail.stop();
        }
    }

    @Test
    void aFolderThatOthersCanReadIsToMind() throws Exception {
        Path data = FreshData.make();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        look(data);
        assertThat(said.toString()).contains("! Data: " + data + " can be read by others: chmod 700");
    }

    private int look(Path data, String... settings) throws Exception {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "--commonweal.data=" + data, "--commonweal.postgres=" + FreshData.BINARIES),
                        java.util.stream.Stream.of(settings))
                .toArray(String[]::new);
        try (Surroundings here = Surroundings.read(all)) {
            return new Doctor(here, new Lines(new PrintStream(said))).run();
        }
    }
}
