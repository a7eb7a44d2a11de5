package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.frame.database.Rooms;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where a restore puts things until it is complete: the folder {@code .restoring} inside the data folder and a database
 * that was empty. Closing it before {@link #settle} takes everything away again.
 */
final class FreshPlace implements AutoCloseable {
    private static final Set<String> HARMLESS = Set.of("lock", "lost+found", "postgres-server");

    private final Path data;
    private final Path fresh;
    private final DatabaseAddress database;
    private @Nullable EmbeddedPostgres postgres;
    private boolean settled;

    private FreshPlace(Path data, Environment environment) throws IOException {
        this.data = data;
        this.fresh = data.resolve(".restoring");
        Files.createDirectory(fresh);
        var named = Setting.findDatabase(environment);
        try {
            if (named.isEmpty()) postgres = EmbeddedPostgres.start(fresh, Setting.binaries(environment));
            database = postgres != null ? postgres.address() : DatabaseAddress.of(named.orElseThrow());
        } catch (IOException | RuntimeException notStarted) {
            delete(fresh);
            throw notStarted;
        }
    }

    /** @throws Refused when the folder or the named database has something in it */
    static FreshPlace in(Path data, Environment environment) throws IOException, SQLException {
        requireEmpty(data);
        if (Setting.findDatabase(environment).isPresent())
            requireEmpty(DatabaseAddress.of(Setting.findDatabase(environment).get()));
        return new FreshPlace(data, environment);
    }

    Path folder() {
        return fresh;
    }

    DatabaseAddress database() {
        return database;
    }

    /** Puts everything where the hub looks for it; the mark of an unfinished restore goes last. */
    void settle() throws IOException {
        if (postgres != null) postgres.close();
        try (Stream<Path> parts = Files.list(fresh)) {
            for (Path part : parts.toList())
                Files.move(part, data.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(fresh);
        settled = true;
    }

    @Override
    public void close() throws IOException, SQLException {
        if (settled) return;
        if (postgres != null) postgres.close();
        else dropRows();
        delete(fresh);
    }

    private void dropRows() throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            for (String schema : Rooms.schemas()) statement.execute("drop schema if exists " + schema + " cascade");
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        try (Stream<Path> parts = Files.list(data)) {
            List<String> found = parts.map(part -> part.getFileName().toString())
                    .filter(name -> !HARMLESS.contains(name))
                    .sorted()
                    .toList();
            if (!found.isEmpty())
                throw new Refused("A restore needs an empty folder, and " + data + " has " + String.join(", ", found)
                        + ". Name another with --data DIR, or move these away.");
        }
    }

    private static void requireEmpty(DatabaseAddress database) throws SQLException {
        try (Connection connection = Connections.openUsable(database)) {
            List<String> found =
                    Tables.column(connection, "select nspname from pg_namespace where nspname = any (?) order by 1");
            if (!found.isEmpty())
                throw new Refused("A restore needs an empty database, and " + database.spoken() + " has the schemas "
                        + String.join(", ", found) + ". Make a new database for it.");
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
