package org.commonweal.hub.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files by content: {@code files/<scope>/<first two hex digits>/<SHA-256>} under the data folder. Within a scope (an
 * organisation) equal files are kept once; across scopes they are kept apart, so that nobody learns what others have.
 *
 * <p>Example: {@code Content content = files.keep(organisation, stream, limit); UUID id = files.refer(content, "p.jpg")}.
 * The bytes are durable before {@link #keep} returns; a content that no row refers to is swept after a day.
 */
@Component
public class Files {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private final Path root;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Detector detector = new DefaultDetector();

    Files(Settings settings, JdbcTemplate jdbc, JdbcClient client) {
        this.root = settings.data().resolve("files");
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Bytes that lie on the disk. */
    public record Content(UUID scope, byte[] sha256, long sizeBytes, String mediaType) {}

    /** A content under the name that it has for whoever sent it. */
    public record NamedContent(String name, Content content) {}

    /** A file that some row refers to. */
    public record StoredFile(UUID id, String name, Content content, Path path) {}

    /**
     * Streams to the disk: temporary file, fsync, rename.
     *
     * @throws Refusal (413) when more than {@code limitBytes} come, (507) when the disk is full or can't be written;
     *     nothing is kept then
     * @throws IOException when what comes breaks off
     */
    public Content keep(UUID scope, InputStream in, long limitBytes) throws IOException {
        Path fresh = onDisk(() -> {
            Path folder = java.nio.file.Files.createDirectories(root.resolve(scope.toString()));
            return java.nio.file.Files.createTempFile(folder, "in-", ".part");
        });
        try {
            MessageDigest digest = Digests.sha256();
            long size = write(in, fresh, digest, limitBytes);
            byte[] sha256 = digest.digest();
            return onDisk(() -> {
                String mediaType = mediaType(fresh);
                place(fresh, path(scope, sha256));
                return new Content(scope, sha256, size, mediaType);
            });
        } finally {
            java.nio.file.Files.deleteIfExists(fresh);
        }
    }

    private interface DiskStep<T> {
        T take() throws IOException;
    }

    // A full disk is nobody's bug, and whoever sends must learn that it is not stored.
    private static <T> T onDisk(DiskStep<T> step) {
        try {
            return step.take();
        } catch (IOException full) {
            LOG.error("A file could not be written", full);
            throw new Refusal(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "The hub has no room for files now. Nothing of this is stored: keep it, and send it again later.");
        }
    }

    /** Lets a row of another table refer to the content under a name. */
    public UUID refer(Content content, String name) {
        return referAll(List.of(new NamedContent(name, content))).getFirst();
    }

    /** The same for many in one statement; the identifiers come in the order given. */
    public List<UUID> referAll(List<NamedContent> contents) {
        List<UUID> ids = contents.stream().map(unused -> Ids.next()).toList();
        if (ids.isEmpty()) return ids;
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into frame.file (id, scope, sha256, size_bytes, media_type, name)"
                            + " select * from unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::int8[], ?::text[], ?::text[])")) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                statement.setArray(2, array(connection, "uuid", contents, one -> one.content()
                        .scope()));
                byte[][] digests =
                        contents.stream().map(one -> one.content().sha256()).toArray(byte[][]::new);
                statement.setArray(3, connection.createArrayOf("bytea", digests));
                statement.setArray(4, array(connection, "int8", contents, one -> one.content()
                        .sizeBytes()));
                statement.setArray(5, array(connection, "text", contents, one -> one.content()
                        .mediaType()));
                statement.setArray(6, array(connection, "text", contents, NamedContent::name));
                return statement.executeUpdate();
            }
        });
        return ids;
    }

    private static Array array(
            Connection connection, String type, List<NamedContent> contents, Function<NamedContent, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, contents.stream().map(value).toArray());
    }

    public Optional<StoredFile> find(UUID id) {
        return client.sql("select scope, sha256, size_bytes, media_type, name from frame.file where id = :id")
                .param("id", id)
                .query((row, n) -> {
                    Content content = new Content(
                            row.getObject(1, UUID.class), row.getBytes(2), row.getLong(3), row.getString(4));
                    return new StoredFile(id, row.getString(5), content, path(content.scope(), content.sha256()));
                })
                .optional();
    }

    /** Removes the reference; the bytes go when no other row of the scope refers to them. */
    public void release(UUID id) {
        client.sql("delete from frame.file where id = :id").param("id", id).update();
    }

    private static long write(InputStream in, Path file, MessageDigest digest, long limitBytes) throws IOException {
        try (FileChannel channel = onDisk(() -> FileChannel.open(file, StandardOpenOption.WRITE))) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read; (read = in.read(buffer)) >= 0; size += read) {
                if (size + read > limitBytes)
                    throw new Refusal(
                            HttpStatus.CONTENT_TOO_LARGE, "A file may have " + limitBytes / 1_000_000 + " MB at most.");
                digest.update(buffer, 0, read);
                ByteBuffer some = ByteBuffer.wrap(buffer, 0, read);
                onDisk(() -> {
                    while (some.hasRemaining()) channel.write(some);
                    return some;
                });
            }
            onDisk(() -> {
                channel.force(true);
                return channel;
            });
            return size;
        }
    }

    private static void place(Path fresh, Path target) throws IOException {
        java.nio.file.Files.createDirectories(target.getParent());
        java.nio.file.Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        // The rename itself must survive a power cut: the folder is synced too.
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private String mediaType(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, new Metadata()).toString();
        }
    }

    private Path path(UUID scope, byte[] sha256) {
        return path(root, scope, sha256);
    }

    static Path path(Path root, UUID scope, byte[] sha256) {
        String hex = HexFormat.of().formatHex(sha256);
        return root.resolve(scope.toString()).resolve(hex.substring(0, 2)).resolve(hex);
    }
}
