package org.commonweal.hub.launch.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An archive on the disk: written beside its place, read back, and only then put there. */
final class ArchiveFile {
    private ArchiveFile() {}

    interface Writer {
        void writeTo(Archive archive) throws Exception;
    }

    interface Visitor {
        void entry(String name, InputStream content) throws Exception;
    }

    static void write(Path file, char[] passphrase, Writer writer) throws Exception {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            writeDurably(fresh, passphrase, writer);
            requireReadable(fresh, passphrase);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Hands every entry to a visitor, in order, and returns only when the whole file proved genuine. */
    static void read(Path file, char[] passphrase, Visitor visitor) throws Exception {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Sealed.read(in, passphrase, clear -> {
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(clear, 1 << 16), "UTF-8");
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) visitor.entry(entry.getName(), tar);
                return file;
            });
        }
    }

    private static void writeDurably(Path file, char[] passphrase, Writer writer) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16);
            try (OutputStream sealed = Sealed.write(out, passphrase);
                    Archive archive = new Archive(sealed)) {
                writer.writeTo(archive);
            }
            out.flush();
            channel.force(true);
        }
    }

    private static void requireReadable(Path file, char[] passphrase) throws Exception {
        Count count = new Count();
        read(file, passphrase, count::entry);
        count.requireWhole();
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
