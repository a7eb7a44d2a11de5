package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes contents that no row refers to: of submissions that were refused after their files had come, and of what was
 * withdrawn. A day's grace keeps what is just on its way into the database.
 */
@Component
class FileSweep {
    private static final Duration GRACE = Duration.ofDays(1);
    private final Path root;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileSweep(Settings settings, JdbcClient jdbc, Clock clock) {
        this.root = settings.data().resolve("files");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return how many contents were removed */
    int sweep() throws IOException {
        if (!Files.exists(root)) return 0;
        Instant before = clock.instant().minus(GRACE);
        int removed = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !isReferred(file)) {
                    Files.delete(file);
                    removed++;
                }
            }
        }
        return removed;
    }

    // A name that is no digest belongs to an upload that was cut off.
    private boolean isReferred(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches("[0-9a-f]{64}")) return false;
        return jdbc.sql("select exists (select 1 from frame.file where scope = :scope and sha256 = :sha256)")
                .param("scope", UUID.fromString(root.relativize(file).getName(0).toString()))
                .param("sha256", HexFormat.of().parseHex(name))
                .query(Boolean.class)
                .single();
    }

    @Configuration
    static class Nightly {
        @Bean
        Task<Void> fileSweeping(FileSweep sweep) {
            return Tasks.recurring("file-sweeping", Schedules.daily(LocalTime.of(3, 30)))
                    .execute((instance, context) -> {
                        try {
                            sweep.sweep();
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    });
        }
    }
}
