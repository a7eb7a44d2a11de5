package org.commonweal.hub.frame.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A digest of all migrations, kept in the database they were applied to: when nothing changed, a start asks one question
 * instead of letting Flyway look at each room, which costs 60 ms a room.
 */
final class MigrationMark {
    private static final String KEY = "frame.migrations";

    private final JdbcClient jdbc;
    private final String digest = digest();

    MigrationMark(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    boolean isCurrent() {
        boolean empty = jdbc.sql("select to_regclass('frame.setting') is null")
                .query(Boolean.class)
                .single();
        return !empty && find().filter(digest::equals).isPresent();
    }

    void put() {
        jdbc.sql("insert into frame.setting values (:key, :digest) on conflict (key) do update set value = :digest")
                .param("key", KEY)
                .param("digest", digest)
                .update();
    }

    private Optional<String> find() {
        return jdbc.sql("select value from frame.setting where key = :key")
                .param("key", KEY)
                .query(String.class)
                .optional();
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String room : Migrations.ROOMS)
                for (Resource file :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:db/" + room + "/*.sql")) {
                    digest.update((room + '/' + file.getFilename() + '\0').getBytes());
                    digest.update(file.getContentAsByteArray());
                }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
