package org.commonweal.hub.launch.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderKeysTest {
    private static final char[] PASSPHRASE = "a passphrase for this test".toCharArray();
    private static final char[] OTHER = "another passphrase of it".toCharArray();

    @TempDir
    Path folder;

    @Test
    void takesAwayWhatIsOlderAndOfTheSameHub() throws Exception {
        keys("monday", "hub", "", 16, PASSPHRASE, 1);
        Path tuesday = keys("tuesday", "hub", "", 17, PASSPHRASE, 1);
        keys("wednesday", "hub", "", 18, PASSPHRASE, 1);
        keys("neighbour", "another hub", "", 16, PASSPHRASE, 1);
        keys("sealed", "hub", "", 16, OTHER, 1);
        assertThat(OlderKeys.replacedBy(tuesday, PASSPHRASE, Set.of()))
                .contains(
                        "Deleted, for the new keys file replaces it: monday.keys",
                        "Left alone, for it is not older: wednesday.keys",
                        "Left alone, for it is of another hub: neighbour.keys",
                        "Left alone, for it is of another passphrase, or can't be read: sealed.keys");
        assertThat(left()).containsExactlyInAnyOrder("tuesday.keys", "wednesday.keys", "neighbour.keys", "sealed.keys");
    }

    @Test
    void whoErasedThemselfGoesWithTheOlderFile() throws Exception {
        keys("monday", "hub", "", 16, PASSPHRASE, 1, 2);
        Path tuesday = keys("tuesday", "hub", "", 17, PASSPHRASE, 1);
        OlderKeys.replacedBy(tuesday, PASSPHRASE, Set.of(person(2)));
        assertThat(left()).containsExactly("tuesday.keys");
    }

    /** A copied data folder: production went on, and somebody joined there whom the copy has never seen. */
    @Test
    void aCopyLeavesTheFileWithPeopleItDoesNotKnow() throws Exception {
        keys("production", "hub", "", 16, PASSPHRASE, 1, 2, 3);
        Path copy = keys("copy", "hub", "", 17, PASSPHRASE, 1);
        assertThat(OlderKeys.replacedBy(copy, PASSPHRASE, Set.of(person(2))))
                .contains("Left alone, for it holds the keys of people whom this hub does not know (1), as a copy of"
                        + " this hub would: production.keys");
        assertThat(left()).containsExactlyInAnyOrder("production.keys", "copy.keys");
    }

    /** A rehearsed restore: somebody is erased in it who lives on in production. */
    @Test
    void aRestoredHubLeavesTheOriginalsFile() throws Exception {
        keys("production", "hub", "", 16, PASSPHRASE, 1, 2);
        keys("first", "hub", "rehearsal", 16, PASSPHRASE, 1, 2);
        Path rehearsal = keys("rehearsal", "hub", "rehearsal", 17, PASSPHRASE, 1);
        assertThat(OlderKeys.replacedBy(rehearsal, PASSPHRASE, Set.of(person(2))))
                .contains("Left alone, for it is of another copy of this hub, or from before it was restored:"
                        + " production.keys");
        assertThat(left()).containsExactlyInAnyOrder("production.keys", "rehearsal.keys");
    }

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path keys(String name, String hub, String lineage, int day, char[] passphrase, int... persons)
            throws Exception {
        Path file = folder.resolve(name + ".keys");
        Instant made = Instant.parse("2026-11-" + day + "T03:00:00Z");
        Manifest manifest = new Manifest(Manifest.FORMAT, hub, lineage, made, Map.of(), Map.of());
        ArchiveFile.write(file, passphrase, archive -> {
            archive.json(Manifest.NAME, manifest);
            try (var rows = archive.parts(Archive.DATABASE + Tables.PERSON_KEYS)) {
                for (int person : persons)
                    rows.write((person(person) + "\t\\\\x0" + person + "\t\\N\t2026-11-01 00:00:00+00\n")
                            .getBytes(StandardCharsets.US_ASCII));
            }
            archive.json(Ending.NAME, new Ending(Map.of(Tables.PERSON_KEYS, (long) persons.length), 0));
        });
        return file;
    }

    private static UUID person(int number) {
        return new UUID(0, number);
    }
}
