package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.Rooms;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.tlog.Log;
import org.jspecify.annotations.Nullable;

/** Pours an archive and a keys file into a fresh place. */
final class Filling {
    private final FreshPlace place;
    private final char[] passphrase;
    private final Lines lines;
    private long files;
    private @Nullable Manifest manifest;
    private @Nullable Refill refill;
    private @Nullable Ending ending;

    Filling(FreshPlace place, char[] passphrase, Lines lines) {
        this.place = place;
        this.passphrase = passphrase;
        this.lines = lines;
    }

    /** @return what was brought back */
    Carried fill(Path file, Restore.Keys keys) throws Exception {
        try {
            ArchiveFile.read(file, passphrase, (name, content) -> entry(name, content, keys));
            requireEnd(file);
            ArchiveFile.read(keys.file(), passphrase, this::keysEntry);
            Map<String, Long> rows = refill.finish(manifest.sequences());
            requireAll(rows);
            Rooms.migrate(place.database());
            Lineage.begin(place.database());
            forgetComparisons();
            holdLogs(place.folder().resolve("tlog"));
            return new Carried(rows, files);
        } finally {
            if (refill != null) refill.close();
        }
    }

    private void entry(String name, InputStream content, Restore.Keys keys) throws Exception {
        if (name.equals(Manifest.NAME)) begin(Manifests.parse(content.readAllBytes()), keys);
        else if (name.equals(Ending.NAME)) ending = Archive.JSON.readValue(content.readAllBytes(), Ending.class);
        else if (name.startsWith(Archive.DATABASE)) rows(name, content);
        else if (name.startsWith(Archive.DATA)) file(name.substring(Archive.DATA.length()), content);
    }

    private void keysEntry(String name, InputStream content) throws Exception {
        if (name.startsWith(Archive.DATABASE)) rows(name, content);
    }

    // The tables as they were when the rows were written; what came later is migrated with the rows in place.
    private void begin(Manifest read, Restore.Keys keys) throws SQLException {
        if (!read.hub().equals(keys.manifest().hub()))
            throw new Refused(keys.file() + " holds the keys of another hub. Name this hub's with --keys FILE.");
        manifest = read;
        Rooms.migrate(place.database(), read.versions());
        refill = Refill.begin(place.database());
        lines.say("The archive is of " + toTheSecond(read) + ", the keys of people of " + toTheSecond(keys.manifest())
                + ".");
    }

    private static Instant toTheSecond(Manifest manifest) {
        return manifest.made().truncatedTo(ChronoUnit.SECONDS);
    }

    private void rows(String name, InputStream content) throws SQLException, IOException {
        if (refill == null) throw new Refused("The archive does not begin with its manifest. Use another copy.");
        String table = name.substring(Archive.DATABASE.length(), name.lastIndexOf('/'));
        refill.part(table, content);
    }

    private void file(String name, InputStream content) throws IOException {
        Path target = place.folder().resolve(name).normalize();
        if (!target.startsWith(place.folder()))
            throw new Refused("The archive names a file outside the data folder: " + name);
        Files.createDirectories(target.getParent());
        Files.copy(content, target);
        if (name.startsWith("keys/"))
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        files++;
    }

    private void requireEnd(Path file) {
        if (manifest == null || refill == null || ending == null)
            throw new Refused(file + " lacks its beginning or its end. Use another copy.");
    }

    private void requireAll(Map<String, Long> rows) {
        boolean missing = ending.rows().entrySet().stream()
                .anyMatch(table -> !table.getValue().equals(rows.get(table.getKey())));
        if (missing || files != ending.files())
            throw new Refused("The archive should have given " + ending.rows() + " and " + ending.files()
                    + " files, and gave " + rows + " and " + files + ". Use another copy.");
    }

    // What somebody gave to be compared was for the hub before: here it would release the log with nobody asked.
    private void forgetComparisons() throws SQLException {
        try (Connection connection = Connections.open(place.database());
                Statement statement = connection.createStatement()) {
            statement.execute("update ledger.log set known = null");
        }
    }

    // The folder and each log in it: they sign nothing until they are shown to extend what the world has seen.
    private static void holdLogs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        List<Path> logs;
        try (Stream<Path> inside = Files.list(folder)) {
            logs = inside.filter(log -> Files.isDirectory(log.resolve("public")))
                    .toList();
        }
        Log.requireProof(folder);
        for (Path log : logs) Log.requireProof(log);
    }
}
