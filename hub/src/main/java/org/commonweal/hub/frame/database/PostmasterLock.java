package org.commonweal.hub.frame.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file by which a PostgreSQL server says that it works on a cluster, and which a killed machine leaves behind. */
final class PostmasterLock {
    private final Path cluster;
    private final Path file;

    PostmasterLock(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    // postmaster.pid: process, data folder, start time, port … (PostgreSQL 18, miscadmin.h LOCK_FILE_LINE_*).
    Optional<Integer> findPort() throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || !lines.getFirst().strip().matches("[0-9]{1,9}")) return Optional.empty();
        if (!isOurs(Long.parseLong(lines.getFirst().strip()))) return Optional.empty();
        return Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    // A lock whose process number now belongs to another program would keep the server from starting for ever.
    void removeStale() throws IOException {
        if (findPort().isEmpty()) Files.deleteIfExists(file);
    }

    // After a restart of the machine the number may be another program's, or another hub's server.
    private boolean isOurs(long process) {
        Optional<ProcessHandle.Info> info = ProcessHandle.of(process).map(ProcessHandle::info);
        return info.flatMap(ProcessHandle.Info::command)
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent()
                && info.flatMap(ProcessHandle.Info::arguments)
                        .map(this::namesThisFolder)
                        .orElse(true);
    }

    // A folder that is there no more was moved, perhaps to here: never take a lock from a server that may be ours.
    private boolean namesThisFolder(String[] arguments) {
        int option = List.of(arguments).indexOf("-D");
        if (option < 0 || option + 1 == arguments.length) return true;
        Path named = Path.of(arguments[option + 1]);
        try {
            return !Files.exists(named) || Files.isSameFile(named, cluster);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
