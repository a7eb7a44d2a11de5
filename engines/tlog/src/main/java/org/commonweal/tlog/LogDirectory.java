package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the parts of a log stand, and how a file is put there.
 *
 * <pre>
 * public/checkpoint, public/tile/…   what is served and mirrored, as it is
 * journal/00000000000000000256       what makes a commit durable, in segments named by the size they begin at
 * needs-proof                        present while the log must not sign
 * lock, temp/                        one writer, files not yet in place
 * </pre>
 */
final class LogDirectory {
    final Path root;
    final Disk disk;

    LogDirectory(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    Path publicFiles() {
        return root.resolve("public");
    }

    Path checkpoint() {
        return publicFiles().resolve("checkpoint");
    }

    Path journal() {
        return root.resolve("journal");
    }

    Path needsProof() {
        return root.resolve("needs-proof");
    }

    private Path temp() {
        return root.resolve("temp");
    }

    /** Whether there is a log, be it only its public files. */
    boolean hasLog() throws IOException {
        return disk.exists(checkpoint()) || !disk.list(journal()).isEmpty();
    }

    void makeDirectories() throws IOException {
        for (Path directory : new Path[] {root, publicFiles(), journal(), temp()}) {
            disk.makeDirectory(directory);
        }
        disk.syncDirectory(root);
        disk.syncDirectory(root.toAbsolutePath().getParent());
    }

    /** Readers see all of the file or what was there before. Not durable yet: see {@link Settler}. */
    void put(Path target, byte[] bytes) throws IOException {
        Path file = temp().resolve("new");
        disk.write(file, bytes);
        disk.move(file, target);
    }

    /** As {@link #put}, and durable on return. */
    void putDurably(Path target, byte[] bytes) throws IOException {
        Path file = temp().resolve("new");
        disk.write(file, bytes);
        disk.sync(file);
        disk.move(file, target);
        disk.syncDirectory(target.getParent());
    }

    boolean isHeld() throws IOException {
        return disk.exists(needsProof());
    }

    /** The log may sign again, also after a crash. */
    void release() throws IOException {
        disk.delete(needsProof());
        disk.syncDirectory(root);
    }
}
