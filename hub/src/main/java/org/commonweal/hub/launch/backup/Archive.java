package org.commonweal.hub.launch.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A tar archive in the making: each entry is written whole, so that nothing larger than a part is ever in memory. */
final class Archive implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String DATABASE = "database/";
    static final String DATA = "data/";
    private static final int PART_BYTES = 4 << 20;

    private final TarArchiveOutputStream tar;

    Archive(OutputStream out) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16) {
            {
                // A third of the default level's time for a tenth more bytes.
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        tar = new TarArchiveOutputStream(compressed, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void json(String name, Object value) throws IOException {
        bytes(name, JSON.writeValueAsBytes(value));
    }

    /** @return whether the file was there; one that vanished meanwhile belongs to nothing that is kept */
    boolean file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            put(name, size);
            in.transferTo(tar);
            tar.closeArchiveEntry();
            return true;
        } catch (NoSuchFileException vanished) {
            return false;
        }
    }

    /** A stream of unknown length, as entries {@code name/000000}, {@code name/000001} … that follow one another. */
    OutputStream parts(String name) {
        return new OutputStream() {
            private final ByteArrayOutputStream part = new ByteArrayOutputStream();
            private int number;

            @Override
            public void write(int oneByte) throws IOException {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                part.write(bytes, from, length);
                if (part.size() >= PART_BYTES) flushPart();
            }

            @Override
            public void close() throws IOException {
                if (part.size() > 0 || number == 0) flushPart();
            }

            private void flushPart() throws IOException {
                bytes(name + "/" + String.format("%06d", number++), part.toByteArray());
                part.reset();
            }
        };
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void bytes(String name, byte[] content) throws IOException {
        put(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void put(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
    }
}
