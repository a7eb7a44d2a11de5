package org.commonweal.hub.frame.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server programs (initdb, pg_ctl, postgres), unpacked once from the jar that carries them. */
public final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}.
     *
     * @param into where to unpack when nothing is there yet
     * @throws IOException when the disk refuses, or no binaries for this platform are on the class path
     */
    public static Path unpackInto(Path into) throws IOException {
        // As «./x» or «../x» may be said in a setting: what is unpacked has to lie under it.
        Path home = into.toAbsolutePath().normalize();
        if (Files.isExecutable(home.resolve("bin/postgres"))) return home;
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), "postgres-");
        unpack(fresh);
        try {
            // Renamed as a whole, so that a start cut off halfway leaves nothing that looks complete.
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherStartWasFaster) {
            return home;
        }
        return home;
    }

    private static void unpack(Path folder) throws IOException {
        String resource = "/postgres-" + platform() + ".txz";
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (raw == null)
                throw new IOException("This build brings no PostgreSQL for " + platform()
                        + ". Name a PostgreSQL 15 or newer with --db jdbc:postgresql://…");
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) place(tar, entry, folder);
            }
        }
    }

    private static void place(InputStream content, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder))
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        else Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS))
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return system + "-" + machine;
    }
}
