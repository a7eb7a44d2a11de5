package org.commonweal.hub.launch.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Surroundings;

/**
 * The word {@code restore FILE [--keys FILE]…}: an archive into an empty folder, its rows into that folder's own database
 * or the empty one named with {@code --db}. It ends complete, or as if it had not begun.
 */
public final class Restore {
    private final Surroundings here;
    private final Lines lines;

    public Restore(Surroundings here, Lines lines) {
        this.here = here;
        this.lines = lines;
    }

    public int run(List<String> arguments) throws Exception {
        List<Path> files = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isKeys = arguments.get(i).equals("--keys") && i + 1 < arguments.size();
            if (isKeys) keys.add(Path.of(arguments.get(++i)));
            else files.add(Path.of(arguments.get(i)));
        }
        if (files.size() != 1)
            throw Refused.usage("Say one file: ./commonweal restore FILE [--keys FILE] [--data DIR]");
        if (keys.isEmpty()) keys.add(Backup.keysBeside(files.getFirst().toAbsolutePath()));
        for (Path needed : List.of(files.getFirst(), keys.getFirst()))
            if (!Files.isReadable(needed)) throw new Refused(needed + " can't be read. " + wayOut(needed, keys));
        read(files.getFirst(), keys, Passphrase.tell());
        return 0;
    }

    void read(Path file, List<Path> keys, char[] passphrase) throws Exception {
        Path data = here.data();
        Keys newest = newest(keys, passphrase);
        Before before = Before.of(data);
        try {
            Carried carried = fill(file, newest, passphrase, before);
            lines.say("Restored: " + carried.words() + ", into " + data + ".");
        } catch (Exception refused) {
            before.leaveFolder();
            throw refused;
        }
        // A folder that was empty knows of no withdrawal.
        lines.say("Reports that were taken back, and findings that were withdrawn, after the archive was made are there"
                + " again: withdraw them again where you know of them. Answers whose months are over go when the hub"
                + " starts.");
        lines.say("Nobody is signed in. An administrator comes in by mail, by a passkey, or by ./commonweal sign-in.");
        lines.say("The public log signs nothing until an administrator shows it the newest checkpoint known outside.");
    }

    private Carried fill(Path file, Keys keys, char[] passphrase, Before before) throws Exception {
        try (DataFolder held = DataFolder.open(here.data(), "«restore»")) {
            try (FreshPlace place = FreshPlace.in(held.path(), here.environment())) {
                Carried carried = new Filling(place, passphrase, lines).fill(file, keys);
                place.settle();
                return carried;
            } catch (Exception refused) {
                before.leave();
                throw refused;
            }
        }
    }

    /** Of several keys files the newest counts; it may be older than the archive, or newer. */
    private static Keys newest(List<Path> files, char[] passphrase) throws Exception {
        List<Keys> keys = new ArrayList<>();
        for (Path file : files) keys.add(new Keys(file, Manifests.read(file, passphrase)));
        return keys.stream()
                .max(Comparator.comparing(candidate -> candidate.manifest().made()))
                .orElseThrow();
    }

    /** A keys file and what it is of. */
    record Keys(Path file, Manifest manifest) {}

    private static String wayOut(Path needed, List<Path> keys) {
        return needed.equals(keys.getFirst())
                ? "It holds the keys of the people in the archive; name the newest one there is with --keys FILE."
                : "Check its name and whether this user may read it.";
    }
}
