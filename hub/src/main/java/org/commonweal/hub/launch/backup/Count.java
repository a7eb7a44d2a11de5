package org.commonweal.hub.launch.backup;

import java.io.InputStream;
import org.commonweal.hub.launch.place.Refused;
import org.jspecify.annotations.Nullable;

/** Walks through an archive and compares what is there with what its last entry says should be. */
final class Count {
    private long files;
    private long rows;
    private @Nullable Ending ending;

    void entry(String name, InputStream content) throws Exception {
        if (name.equals(Ending.NAME)) ending = Archive.JSON.readValue(content.readAllBytes(), Ending.class);
        else if (name.startsWith(Archive.DATA)) files++;
        else if (name.startsWith(Archive.DATABASE)) rows += lines(content);
    }

    void requireWhole() {
        if (ending == null) throw new Refused("The archive has no end: it was cut off. Use another copy.");
        long promised =
                ending.rows().values().stream().mapToLong(Long::longValue).sum();
        if (files != ending.files() || rows != promised)
            throw new Refused("The archive should have " + promised + " rows and " + ending.files() + " files, and has "
                    + rows + " and " + files + ". Use another copy.");
    }

    // In COPY's text form a row is a line: line feeds inside values are written as \\n.
    private static long lines(InputStream content) throws Exception {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = content.read(buffer)) > 0; )
            for (int i = 0; i < read; i++) if (buffer[i] == '\n') lines++;
        return lines;
    }
}
