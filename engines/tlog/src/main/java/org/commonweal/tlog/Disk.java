package org.commonweal.tlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Every touch of the disk that the writer makes. The seam at which crash tests cut: a write, a rename or a sync that is
 * not here cannot be tested, so there is none elsewhere.
 */
interface Disk {
    /** All bytes of a file; {@link java.nio.file.NoSuchFileException} when there is none. */
    byte[] read(Path file) throws IOException;

    boolean exists(Path path) throws IOException;

    /** The files below a directory, at any depth, sorted; empty when the directory is not there. */
    List<Path> list(Path directory) throws IOException;

    /** Makes one directory; nothing happens when it is there. */
    void makeDirectory(Path directory) throws IOException;

    /** Writes a file from its beginning, whatever was there. Not atomic: a crash may leave any part. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Renames within a file system, replacing what is at the target. Atomic, durable after {@link #syncDirectory}. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file; nothing happens when there is none. */
    void delete(Path file) throws IOException;

    /** Returns when the content of a file is durable. */
    void sync(Path file) throws IOException;

    /** Returns when the names in a directory are durable. */
    void syncDirectory(Path directory) throws IOException;

    /** Opens a file to write at its end. */
    Tail openTail(Path file) throws IOException;

    /** A file that grows. */
    interface Tail extends Closeable {
        long size() throws IOException;

        void append(byte[] bytes) throws IOException;

        void truncate(long size) throws IOException;

        /** Returns when all that was appended is durable. */
        void sync() throws IOException;
    }
}
