package org.commonweal.hub.launch.backup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Surroundings;

/** The word {@code backup FILE}: rows, files and keys of a hub, running or not, in an encrypted file and its keys file. */
public final class Backup {
    private static final String KEYS = ".keys";

    private final Surroundings here;
    private final Lines lines;

    public Backup(Surroundings here, Lines lines) {
        this.here = here;
        this.lines = lines;
    }

    /** @param arguments the file to write */
    public int run(List<String> arguments) throws Exception {
        if (arguments.size() != 1) throw Refused.usage("Say one file: ./commonweal backup FILE");
        Path file = Path.of(arguments.getFirst()).toAbsolutePath();
        requireWritable(file);
        write(file, Passphrase.choose());
        return 0;
    }

    // Before anybody types a passphrase.
    private void requireWritable(Path file) {
        if (!here.hasDatabase())
            throw new Refused(
                    "There is no hub in " + here.data() + ". Name its folder with --data DIR, and its database"
                            + " with --db URL if it has one of its own.");
        Path folder = file.getParent();
        if (!Files.isDirectory(folder))
            throw new Refused("There is no folder " + folder + " to write the backup into.");
        if (!Files.isWritable(folder))
            throw new Refused("The user " + System.getProperty("user.name") + " may not write into " + folder + ".");
        requireFree(file);
    }

    private static void requireFree(Path file) {
        for (Path taken : List.of(file, keysBeside(file)))
            if (Files.exists(taken)) throw new Refused(taken + " exists already. Name another file, or move it away.");
    }

    void write(Path file, char[] passphrase) throws Exception {
        requireFree(file);
        Path keys = keysBeside(file);
        String hub = hub(here.data());
        Set<UUID> erased;
        Carried carried;
        try (Snapshot snapshot = Snapshot.take(here.database())) {
            Manifest manifest = snapshot.manifest(hub);
            erased = snapshot.erased();
            AtomicReference<Ending> people = new AtomicReference<>();
            AtomicReference<Ending> all = new AtomicReference<>();
            ArchiveFile.write(keys, passphrase, archive -> people.set(writeKeys(archive, snapshot, manifest)));
            try {
                ArchiveFile.write(file, passphrase, archive -> all.set(writeAll(archive, snapshot, manifest)));
            } catch (Exception unfinished) {
                // Alone it opens nothing, and it would keep the same name from being used again.
                Files.deleteIfExists(keys);
                throw unfinished;
            }
            carried =
                    Carried.of(all.get().rows(), people.get().rows(), all.get().files());
        }
        lines.say("Copied: " + carried.words() + ".");
        lines.say("Written and read back: " + file + " (" + megabytes(file) + " MB) and " + keys.getFileName() + ".");
        OlderKeys.replacedBy(keys, passphrase, erased).forEach(lines::say);
    }

    private static Ending writeKeys(Archive archive, Snapshot snapshot, Manifest manifest) throws Exception {
        archive.json(Manifest.NAME, manifest);
        Ending ending = new Ending(snapshot.copyInto(archive, Tables.Table::holdsPersonKeys), 0);
        archive.json(Ending.NAME, ending);
        return ending;
    }

    // Rows before files: what a row refers to was there before the row, and stays for a day after it is gone.
    private Ending writeAll(Archive archive, Snapshot snapshot, Manifest manifest) throws Exception {
        archive.json(Manifest.NAME, manifest);
        Map<String, Long> rows = snapshot.copyInto(archive, table -> !table.holdsPersonKeys() && !table.isPassing());
        Ending ending = new Ending(rows, DataFiles.copyInto(archive, here.data()));
        archive.json(Ending.NAME, ending);
        return ending;
    }

    static Path keysBeside(Path file) {
        return file.resolveSibling(file.getFileName() + KEYS);
    }

    /** A digest of the hub's master key: archives and keys files of one hub share it. */
    private static String hub(Path data) throws Exception {
        Path key = data.resolve("keys/hub");
        MessageDigest digest = Digests.sha256();
        digest.update("commonweal backup\0".getBytes(StandardCharsets.US_ASCII));
        if (Files.exists(key)) digest.update(Files.readAllBytes(key));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long megabytes(Path file) throws Exception {
        return Math.max(1, Files.size(file) / 1_000_000);
    }
}
