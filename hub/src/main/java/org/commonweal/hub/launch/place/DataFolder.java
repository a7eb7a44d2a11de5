package org.commonweal.hub.launch.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything, held by one process at a time.
 *
 * <p>The lock is the operating system's on the open file {@code lock}, so a killed hub leaves none behind; what stands
 * in the file only tells people who holds it.
 */
public final class DataFolder implements AutoCloseable {
    /** Below this a database may stop in the middle of a write. */
    public static final long LEAST_FREE_BYTES = 256L << 20;

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("------rwx");

    private final Path path;
    private final FileChannel channel;

    // Photos, keys and the log's journal lie in it: nobody else on the machine needs to look.
    // A folder that somebody made for the hub, as with mkdir, often is open to all: what others need not have is taken
    // away; a group that was let in stays, for whoever let it in meant to.
    private static void makePrivate(Path path) throws IOException {
        boolean made = !Files.isDirectory(path);
        if (made) Files.createDirectories(path);
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        boolean isOpen = open.removeAll(OTHERS);
        if (made) Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        else if (isOpen && (isEmpty(path) || isOurs(path))) Files.setPosixFilePermissions(path, open);
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    // Where the hub ran before: not a folder such as /srv that was named by a slip.
    private static boolean isOurs(Path path) {
        return Files.exists(path.resolve("lock")) && Files.isDirectory(path.resolve("keys"));
    }

    /** Closes the log to others before it is written to; what is rolled over lies in the closed folder beside it. */
    public static void closeLog(Path data, String name) throws IOException {
        Path log = Files.createDirectories(data.resolve("log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwx------"));
        Path file = log.resolve(name);
        if (!Files.exists(file)) Files.createFile(file);
        try (Stream<Path> files = Files.list(log)) {
            for (Path one : files.filter(Files::isRegularFile).toList())
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws Refused when the folder can't be written, is nearly full, half restored, or held by another process */
    public static DataFolder open(Path path, String holder) {
        return tryOpen(path, holder)
                .orElseThrow(() -> new Refused("Commonweal already runs on this data (" + path + "): "
                        + readHolder(path) + ". Stop it first, or name another folder with --data DIR."));
    }

    /** Empty when another process holds the folder. */
    public static Optional<DataFolder> tryOpen(Path path, String holder) {
        try {
            while (true) {
                makePrivate(path);
                requireWhole(path);
                requireRoom(path);
                Path file = path.resolve("lock");
                Optional<String> before = find(file);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock(channel) == null) {
                    channel.close();
                    return Optional.empty();
                }
                if (before.isPresent() && before.equals(find(file))) {
                    DataFolder folder = new DataFolder(path, channel);
                    folder.tell(holder);
                    return Optional.of(folder);
                }
                channel.close();
            }
        } catch (AccessDeniedException denied) {
            throw new Refused("The data folder " + path + " can't be written by the user "
                    + System.getProperty("user.name") + ". Give it to this user, or name another with --data DIR.");
        } catch (FileAlreadyExistsException file) {
            throw new Refused("The data folder " + path + " can't be used: " + file.getFile()
                    + " is a file, not a folder. Name another with --data DIR.");
        } catch (IOException fault) {
            throw new Refused("The data folder " + path + " can't be used ("
                    + fault.getClass().getSimpleName() + ": " + fault.getMessage()
                    + "). Name another with --data DIR.");
        }
    }

    /** Who holds the folder now, empty when nobody does. */
    public static Optional<String> findHolder(Path path) {
        try (FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE)) {
            return lock(channel) == null ? Optional.of(readHolder(path)) : Optional.empty();
        } catch (IOException neverUsed) {
            return Optional.empty();
        }
    }

    // Which file has this name now. Whoever held the folder may have deleted the lock before we held it (a restore that
    // failed does): then ours has no name, and somebody else may hold the one that is there. The same file before and
    // after is the one we hold, for its number is not used again while it is open. It must not be read for this:
    // closing
    // it would give up the lock, which POSIX knows by process and file and not by how often it is open.
    private static Optional<String> find(Path lock) throws IOException {
        try {
            return Optional.of(String.valueOf(
                    Files.readAttributes(lock, BasicFileAttributes.class).fileKey()));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    /** Writes who holds the folder, for the next one who asks. */
    public void tell(String holder) throws IOException {
        String text = "process " + ProcessHandle.current().pid() + ", " + holder + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Puts a text into a file of a folder that only its owner can read; whoever holds the folder. */
    public static Path putSecret(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        return file;
    }

    /** @return whether it was still held */
    public boolean release() throws IOException {
        boolean held = channel.isOpen();
        channel.close();
        return held;
    }

    @Override
    public void close() throws IOException {
        release();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String readHolder(Path path) {
        try {
            return Files.readString(path.resolve("lock")).strip();
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static void requireWhole(Path path) {
        Path half = path.resolve(".restoring");
        if (Files.exists(half))
            throw new Refused("A restore into " + path + " did not finish. Delete " + half + " and restore again.");
    }

    private static void requireRoom(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES)
            throw new Refused("The disk is nearly full: " + (free >> 20) + " MB are free where the data lies (" + path
                    + "), at least " + (LEAST_FREE_BYTES >> 20) + " MB must be. Make room, or name another folder with"
                    + " --data DIR.");
    }
}
