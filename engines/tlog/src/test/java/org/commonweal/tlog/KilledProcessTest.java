package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.commonweal.tlog.note.KeyFile;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on the real disk, killed while it appends. */
class KilledProcessTest {
    private static final int ACKNOWLEDGED_BEFORE_KILL = 300;

    @TempDir
    Path temp;

    @Test
    void whatAKilledProcessAcknowledgedIsThere() throws Exception {
        Path keyFile = temp.resolve("key");
        SignerKey key = SignerKey.generate("hub.example/log");
        KeyFile.create(keyFile, key);
        Path directory = temp.resolve("log");
        List<SignedCheckpoint> seen = new ArrayList<>();
        int acknowledged = 0;
        for (int life = 0; life < 3; life++) {
            acknowledged = appendUntilKilled(directory, keyFile, acknowledged);
            try (Log log = Log.open(directory, key)) {
                assertThat(log.size()).isGreaterThanOrEqualTo(acknowledged);
                acknowledged = (int) log.size();
                seen.add(log.checkpoint());
                List<byte[]> entries = log.listEntries(0, acknowledged);
                for (int i = 0; i < acknowledged; i++) {
                    assertThat(entries.get(i)).isEqualTo(("entry " + i).getBytes());
                }
            }
            LogFiles files = LogFiles.in(directory.resolve("public"));
            assertThat(new LogAudit(files, key.verifier()).run(seen).problems()).isEmpty();
        }
    }

    /** @return number of entries of which the process said that they are durable */
    private static int appendUntilKilled(Path directory, Path keyFile, int from) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        directory.toString(),
                        keyFile.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = from;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The kill may cut the last line: a shorter number, which acknowledges nothing new.
                acknowledged = Math.max(acknowledged, Integer.parseInt(line) + 1);
                if (acknowledged >= from + ACKNOWLEDGED_BEFORE_KILL) {
                    // By its handle: by itself it would close the stream that still holds acknowledgements.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.onExit().join();
        assertThat(acknowledged).isGreaterThanOrEqualTo(from + ACKNOWLEDGED_BEFORE_KILL);
        return acknowledged;
    }

    /** Appends for ever and prints each index once it is acknowledged. */
    static final class Appender {
        private Appender() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            SignerKey key = KeyFile.read(Path.of(args[1]));
            Log log = Log.exists(directory) ? Log.open(directory, key) : Log.create(directory, key);
            List<CompletableFuture<Appended>> waiting = new ArrayList<>();
            for (int i = Integer.parseInt(args[2]); ; i++) {
                waiting.add(log.append(("entry " + i).getBytes()));
                // Batches of several sizes, so that the kill falls into different work.
                if (waiting.size() > i % 7) {
                    waiting.forEach(done -> System.out.println(done.join().index()));
                    waiting.clear();
                }
            }
        }
    }
}
