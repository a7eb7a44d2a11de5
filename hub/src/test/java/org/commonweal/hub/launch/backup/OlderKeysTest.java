package org.commonweal.hub.launch.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderKeysTest {
    private static final char[] PASSPHRASE = "a passphrase for this test".toCharArray();
    private static final char[] OTHER = "another passphrase of it".toCharArray();

    @TempDir
    Path folder;

    @Test
    void takesAwayWhatIsOlderAndOfTheSameHub() throws Exception {
        keys("monday", "hub", "2026-11-16T03:00:00Z", PASSPHRASE);
        Path tuesday = keys("tuesday", "hub", "2026-11-17T03:00:00Z", PASSPHRASE);
        keys("wednesday", "hub", "2026-11-18T03:00:00Z", PASSPHRASE);
        keys("neighbour", "another hub", "2026-11-16T03:00:00Z", PASSPHRASE);
        keys("sealed", "hub", "2026-11-16T03:00:00Z", OTHER);
        assertThat(OlderKeys.replacedBy(tuesday, PASSPHRASE))
                .contains(
                        "Deleted, for the new keys file replaces it: monday.keys",
                        "Left alone, for it is not older: wednesday.keys",
                        "Left alone, for it is of another hub or another passphrase: neighbour.keys",
                        "Left alone, for it is of another hub or another passphrase: sealed.keys");
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tuesday.keys", "wednesday.keys", "neighbour.keys", "sealed.keys");
        }
    }

    private Path keys(String name, String hub, String made, char[] passphrase) throws Exception {
        Path file = folder.resolve(name + ".keys");
        Manifest manifest = new Manifest(Manifest.FORMAT, hub, Instant.parse(made), Map.of(), Map.of());
        ArchiveFile.write(file, passphrase, archive -> {
            archive.json(Manifest.NAME, manifest);
            archive.json(Ending.NAME, new Ending(Map.of(), 0));
        });
        return file;
    }
}
