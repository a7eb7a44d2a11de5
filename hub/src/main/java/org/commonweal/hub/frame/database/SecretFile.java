package org.commonweal.hub.frame.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A secret in a file that only its owner reads. It is whole or not there: what is sealed with it lies in a durable
 * database, so it must survive whatever the database survives.
 */
public final class SecretFile {
    private SecretFile() {}

    /** Returns when the file is on the disk; its folder is made when missing, with mode 0700. */
    public static void create(Path file, byte[] secret) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = folder.resolve(file.getFileName() + ".fresh");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(secret));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }
}
