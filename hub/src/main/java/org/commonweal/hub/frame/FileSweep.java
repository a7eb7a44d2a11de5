package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes contents that no row refers to: of submissions that were refused after their files had come, and of what was
 * withdrawn. A day's grace keeps what is just on its way into the database.
 *
 * <p>The same content may come again at any moment. So it is moved aside first and looked at once more: what came before
 * that is young and goes back, what comes after it lies in its own place untouched.
 */
@Component
class FileSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final String ASIDE = ".aside";
    private static final int AT_ONCE = 500;
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
        Round round = new Round(clock.instant().minus(GRACE));
        Files.walkFileTree(root, round);
        round.remove();
        return round.removed;
    }

    private final class Round extends SimpleFileVisitor<Path> {
        private final Instant before;
        private final List<Path> suspects = new ArrayList<>();
        private int removed;

        Round(Instant before) {
            this.before = before;
        }

        // What lies aside was left there by a sweep that was ended.
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean old = attributes.lastModifiedTime().toInstant().isBefore(before);
            if (attributes.isRegularFile() && (old || isAside(file))) suspects.add(file);
            if (suspects.size() == AT_ONCE) remove();
            return FileVisitResult.CONTINUE;
        }

        // An upload that has just got its name is gone from here.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            tell(file, failed);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed) {
            if (failed != null) tell(folder, failed);
            return FileVisitResult.CONTINUE;
        }

        void remove() {
            Set<Path> referred = referred(suspects);
            List<Path> aside = suspects.stream()
                    .filter(file -> isAside(file) || !referred.contains(file))
                    .filter(file -> done(file, () -> Files.move(file, aside(file), StandardCopyOption.ATOMIC_MOVE)))
                    .map(FileSweep::aside)
                    .toList();
            Set<Path> again = referred(aside);
            for (Path file : aside)
                done(file, () -> {
                    boolean young = !Files.getLastModifiedTime(file).toInstant().isBefore(before);
                    if (young || again.contains(place(file))) {
                        Files.move(file, place(file), StandardCopyOption.ATOMIC_MOVE);
                    } else {
                        Files.delete(file);
                        removed++;
                    }
                });
            suspects.clear();
        }
    }

    private interface DiskStep {
        void take() throws IOException;
    }

    // One file that can't be moved keeps no other from being removed.
    private static boolean done(Path file, DiskStep step) {
        try {
            step.take();
            return true;
        } catch (IOException failed) {
            tell(file, failed);
            return false;
        }
    }

    private static void tell(Path file, IOException failed) {
        if (!(failed instanceof NoSuchFileException)) LOG.warn("Can't sweep {}", file, failed);
    }

    private static boolean isAside(Path file) {
        return file.toString().endsWith(ASIDE);
    }

    private static Path aside(Path file) {
        return isAside(file) ? file : file.resolveSibling(file.getFileName() + ASIDE);
    }

    private static Path place(Path file) {
        String name = file.getFileName().toString();
        return isAside(file) ? file.resolveSibling(name.substring(0, name.length() - ASIDE.length())) : file;
    }

    /** Those of the places that a row refers to. A name that is no digest belongs to an upload that was cut off. */
    private Set<Path> referred(List<Path> files) {
        List<Object[]> contents = files.stream()
                .map(FileSweep::place)
                .filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
                .map(file -> new Object[] {
                    UUID.fromString(root.relativize(file).getName(0).toString()),
                    HexFormat.of().parseHex(file.getFileName().toString())
                })
                .toList();
        if (contents.isEmpty()) return Set.of();
        return new HashSet<>(
                jdbc.sql("select distinct scope, sha256 from frame.file where (scope, sha256) in (:contents)")
                        .param("contents", contents)
                        .query((row, number) -> org.commonweal.hub.frame.Files.path(
                                root, row.getObject("scope", UUID.class), row.getBytes("sha256")))
                        .list());
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
