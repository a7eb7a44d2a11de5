package org.commonweal.hub.launch.backup;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.launch.place.Refused;

/**
 * Takes away the keys files that a new one replaces. An older one holds nothing that the new one lacks, but the keys of
 * people who have erased themselves since: as long as it lies there, they are not erased.
 */
final class OlderKeys {
    private OlderKeys() {}

    /** @return what was done with each, in words */
    static List<String> replacedBy(Path keys, char[] passphrase) throws Exception {
        Manifest now = Manifests.read(keys, passphrase);
        List<String> done = new ArrayList<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(keys.getParent(), "*.keys")) {
            for (Path other : beside) {
                if (Files.isSameFile(other, keys)) continue;
                Optional<Manifest> found =
                        find(other, passphrase).filter(one -> one.hub().equals(now.hub()));
                if (found.isEmpty()) {
                    done.add("Left alone, for it is of another hub or another passphrase: " + other.getFileName());
                } else if (!found.get().made().isBefore(now.made())) {
                    done.add("Left alone, for it is not older: " + other.getFileName());
                } else {
                    Files.delete(other);
                    done.add("Deleted, for the new keys file replaces it: " + other.getFileName());
                }
            }
        }
        done.add(
                "Copies of older keys files kept elsewhere must be deleted by hand: who erased themself must stay so.");
        return done;
    }

    private static Optional<Manifest> find(Path file, char[] passphrase) throws Exception {
        try {
            return Optional.of(Manifests.read(file, passphrase));
        } catch (Refused notOurs) {
            return Optional.empty();
        }
    }
}
