package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stood in a data folder before a restore took hold of it, so that one that fails can leave just that: not the
 * folder, its lock, nor the programs of the database, where these came with the restore.
 */
record Before(Path data, boolean there, Set<String> names) {
    static Before of(Path data) throws IOException {
        if (!Files.isDirectory(data)) return new Before(data, Files.exists(data), Set.of());
        try (Stream<Path> inside = Files.list(data)) {
            return new Before(
                    data,
                    true,
                    inside.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * To be called while the folder is still held, so that nobody else can have begun something in it. The lock goes last:
     * whoever comes then makes one of their own, and whoever has already opened this one finds that its name is gone.
     */
    void leave() throws IOException {
        List<Path> brought;
        try (Stream<Path> inside = Files.list(data)) {
            brought = inside.filter(file -> isBrought(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.endsWith("lock")))
                    .toList();
        }
        for (Path one : brought) FreshPlace.delete(one);
    }

    // Programs that were being unpacked lie in a folder postgres-… of their own.
    private boolean isBrought(String name) {
        return !names.contains(name) && (name.equals("lock") || name.startsWith("postgres-"));
    }

    /** To be called when the folder is no longer held. */
    void leaveFolder() throws IOException {
        if (there || !Files.isDirectory(data)) return;
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) return;
        }
        Files.delete(data);
    }
}
