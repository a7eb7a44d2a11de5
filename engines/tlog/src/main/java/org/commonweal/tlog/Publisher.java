package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.tiles.TilePath;

/**
 * Puts tiles, bundles and the checkpoint where readers find them, each whole or not at all, and the checkpoint after all
 * that it needs. None of them is durable yet: the journal is, until {@link Settler} has synced what is noted here.
 */
final class Publisher {
    private final LogDirectory directory;
    private final Set<Path> directoriesThere = new HashSet<>();
    private Unsettled unsettled = new Unsettled(new HashSet<>(), new HashSet<>());

    Publisher(LogDirectory directory) {
        this.directory = directory;
    }

    /** Files and directories that a crash of the machine may still undo. */
    record Unsettled(Set<Path> files, Set<Path> directories) {}

    void publish(Map<TilePath, byte[]> files, SignedCheckpoint checkpoint) throws IOException {
        putTiles(files);
        put(directory.checkpoint(), checkpoint.toBytes());
        for (TilePath path : files.keySet()) {
            if (path.equals(path.full())) {
                dropPartial(path);
            }
        }
    }

    void putTiles(Map<TilePath, byte[]> files) throws IOException {
        for (Map.Entry<TilePath, byte[]> file : files.entrySet()) {
            put(directory.publicFiles().resolve(file.getKey().toString()), file.getValue());
        }
    }

    private void put(Path target, byte[] bytes) throws IOException {
        makeDirectory(target.getParent());
        directory.put(target, bytes);
        unsettled.files.add(target);
        unsettled.directories.add(target.getParent());
    }

    private void makeDirectory(Path path) throws IOException {
        if (path.equals(directory.publicFiles()) || !directoriesThere.add(path)) {
            return;
        }
        makeDirectory(path.getParent());
        directory.disk.makeDirectory(path);
        unsettled.directories.add(path.getParent());
    }

    /** Partial tiles may go once the full one stands (c2sp.org/tlog-tiles, «Partial Tiles»). */
    private void dropPartial(TilePath full) throws IOException {
        Path partial = directory.publicFiles().resolve(full.partialDirectory());
        for (Path file : directory.disk.list(partial)) {
            directory.disk.delete(file);
            unsettled.files.remove(file);
        }
        directory.disk.delete(partial);
        directoriesThere.remove(partial);
        unsettled.directories.remove(partial);
    }

    /** What was published since the last call. */
    Unsettled takeUnsettled() {
        Unsettled taken = unsettled;
        unsettled = new Unsettled(new HashSet<>(), new HashSet<>());
        return taken;
    }
}
