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
        List<String> lines = lines();
        if (lines.size() < 4 || !isNumber(lines.getFirst())) return Optional.empty();
        if (!isOurs(Long.parseLong(lines.getFirst().strip()))) return Optional.empty();
        return Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    /**
     * Removes a lock that would keep the server from starting for ever: one whose process number now belongs to another
     * program, or that was cut off. Where the process is gone the lock stays, for by what else stands in it the server
     * finds out whether helpers of the old one still write.
     */
    void removeStale() throws IOException {
        List<String> lines = lines();
        boolean cutOff = lines.isEmpty() || !isNumber(lines.getFirst());
        if (cutOff || isAnothers(Long.parseLong(lines.getFirst().strip()))) Files.deleteIfExists(file);
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("[0-9]{1,9}");
    }

    private boolean isAnothers(long process) {
        return ProcessHandle.of(process).isPresent() && !isOurs(process);
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
