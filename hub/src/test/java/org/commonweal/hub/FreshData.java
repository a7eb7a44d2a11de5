package org.commonweal.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.commonweal.hub.frame.database.EmbeddedPostgres;

/** Data folders for tests, each with an empty database cluster copied from one that is made once per build. */
public final class FreshData {
    /** Where the server programs are unpacked, once for all tests. */
    public static final Path BINARIES = Path.of("target/postgres-server").toAbsolutePath();

    private static final Path ALL = Path.of("target/hub-test").toAbsolutePath();
    private static final Path TEMPLATE = ALL.resolve("template");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private FreshData() {}

    /** A new data folder that no other test uses. */
    public static synchronized Path make() throws IOException {
        makeTemplate();
        Path data = ALL.resolve("run-" + COUNT.incrementAndGet());
        delete(data);
        copy(TEMPLATE, data);
        return data;
    }

    // initdb takes a second and more; a copy takes a few hundredths.
    private static void makeTemplate() throws IOException {
        if (Files.exists(TEMPLATE)) return;
        Path fresh = ALL.resolve("template-" + ProcessHandle.current().pid());
        delete(fresh);
        EmbeddedPostgres.start(fresh, BINARIES).close();
        Files.move(fresh, TEMPLATE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
