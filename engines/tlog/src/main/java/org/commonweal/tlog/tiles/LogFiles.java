package org.commonweal.tlog.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the public files of a log are read from: its directory, a mirror's, or a server.
 *
 * <p>Example: {@code LogFiles.in(directory).read("checkpoint")}.
 */
@FunctionalInterface
public interface LogFiles {
    /** A full bundle of the longest entries; no file of a log is larger. */
    int MAX_FILE_BYTES = TilePath.FULL * (2 + EntryBundle.MAX_ENTRY_BYTES);

    /**
     * @param path such as {@code checkpoint} or {@code tile/0/000}; one from a request goes through {@link
     *     TilePath#parse} first
     * @return all of the file
     * @throws NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    byte[] read(String path) throws IOException;

    /** The files in a directory of the file system. */
    static LogFiles in(Path directory) {
        return path -> {
            Path file = directory.resolve(path);
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException("%s is larger than any file of a log (%d bytes)".formatted(path, MAX_FILE_BYTES));
            }
            return Files.readAllBytes(file);
        };
    }
}
