package org.commonweal.tlog.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/**
 * A signing key on disk: one line {@code PRIVATE+KEY+…}, readable by its owner only.
 *
 * <p>Example: {@code KeyFile.create(dir.resolve("log.key"), SignerKey.generate("hub.example/log"))}.
 */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int LONGEST = 1024;

    private KeyFile() {}

    /**
     * Writes a new key file of mode 0600 and returns when it is on the disk. It is whole or not there: a file without a
     * key would stop the log until somebody takes it away.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is a file: a key is never overwritten
     * @throws IOException when it cannot be written
     */
    public static void create(Path file, SignerKey key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, file.getFileName() + "-", ".fresh", ownerOnly(file));
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(key.encoded() + "\n"));
                channel.force(true);
            }
            // Not ATOMIC_MOVE, which replaces what is there. Within a folder it is a single rename all the same.
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws IOException when it cannot be read, or others than its owner may read it
     * @throws LogFormatException when it holds no signer key; the message does not show the secret
     */
    public static SignerKey read(Path file) throws IOException, LogFormatException {
        if (hasModes(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("Others may read the signing key %s. Run: chmod 600 %s".formatted(file, file));
        }
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(bytes);
        }
        String text = Strict.utf8("The key file", Arrays.copyOf(bytes.array(), bytes.position()));
        return SignerKey.parse(text.strip());
    }

    /** The mode is given at creation, so that there is no moment in which others may read. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return hasModes(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
