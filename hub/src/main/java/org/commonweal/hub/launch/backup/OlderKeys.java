package org.commonweal.hub.launch.backup;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.launch.place.Refused;

/**
 * Takes away the keys files that a new one replaces: as long as one with the key of somebody who has erased themself lies
 * there, they are not erased. What a file holds must be shown to be needed no more. A restored hub and the one it is a
 * copy of share their master key and not their people, and a file of the one says nothing of the other's archives.
 */
final class OlderKeys {
    private final KeysFile now;
    private final Set<UUID> erased;

    private OlderKeys(KeysFile now, Set<UUID> erased) {
        this.now = now;
        this.erased = erased;
    }

    /**
     * @param erased the persons who deleted their account in the hub that wrote the new file
     * @return what was done with each, in words
     */
    static List<String> replacedBy(Path keys, char[] passphrase, Set<UUID> erased) throws Exception {
        OlderKeys older = new OlderKeys(KeysFile.read(keys, passphrase), erased);
        List<String> done = new ArrayList<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(keys.getParent(), "*.keys")) {
            for (Path other : beside) if (!Files.isSameFile(other, keys)) done.add(older.weigh(other, passphrase));
        }
        done.add("Older keys files that were left alone, and copies kept elsewhere, must be deleted by hand when nobody"
                + " needs them: who erased themself must stay so.");
        return done;
    }

    private String weigh(Path other, char[] passphrase) throws Exception {
        Optional<String> reason = find(other, passphrase)
                .map(this::needed)
                .orElse(Optional.of("it is of another passphrase, or can't be read"));
        if (reason.isPresent()) return "Left alone, for " + reason.get() + ": " + other.getFileName();
        Files.delete(other);
        return "Deleted, for the new keys file replaces it: " + other.getFileName();
    }

    /** Why a file must stay, none when all in it is in the new one or of people who have gone. */
    private Optional<String> needed(KeysFile other) {
        Manifest manifest = other.manifest();
        if (!manifest.hub().equals(now.manifest().hub())) return Optional.of("it is of another hub");
        if (!manifest.lineage().equals(now.manifest().lineage()))
            return Optional.of("it is of another copy of this hub, or from before it was restored");
        if (!manifest.made().isBefore(now.manifest().made())) return Optional.of("it is not older");
        long strange = other.keys().entrySet().stream()
                .filter(key -> !key.getValue().equals(now.keys().get(key.getKey())))
                .filter(key -> !erased.contains(key.getKey()))
                .count();
        return strange == 0
                ? Optional.empty()
                : Optional.of("it holds the keys of people whom this hub does not know (" + strange
                        + "), as a copy of this hub would");
    }

    private static Optional<KeysFile> find(Path file, char[] passphrase) throws Exception {
        try {
            return Optional.of(KeysFile.read(file, passphrase));
        } catch (Refused notOurs) {
            return Optional.empty();
        }
    }
}
