package org.commonweal.hub.launch.backup;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.launch.place.Refused;

/**
 * Takes away the keys files that a new one replaces. An older one holds nothing that the new one lacks, but the keys of
 * people who have erased themselves since: as long as it lies there, they are not erased.
 */
final class OlderKeys {
    private OlderKeys() {}

    /** @return what was done with each, in words */
    static List<String> replacedBy(Path keys, String hub, char[] passphrase) throws Exception {
        List<String> done = new ArrayList<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(keys.getParent(), "*.keys")) {
            for (Path older : beside) {
                if (Files.isSameFile(older, keys)) continue;
                if (!isOf(hub, older, passphrase)) {
                    done.add("Left alone, for it is of another hub or another passphrase: " + older.getFileName());
                } else {
                    Files.delete(older);
                    done.add("Deleted, for the new keys file replaces it: " + older.getFileName());
                }
            }
        }
        done.add(
                "Copies of older keys files kept elsewhere must be deleted by hand: who erased themself must stay so.");
        return done;
    }

    private static boolean isOf(String hub, Path file, char[] passphrase) throws Exception {
        try {
            return Manifests.read(file, passphrase).hub().equals(hub);
        } catch (Refused notOurs) {
            return false;
        }
    }
}
