package org.commonweal.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonweal.tlog.Appended;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.note.SignerKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entries appended durably per second, 256 bytes each, in groups of 256. The disk sets the pace, so its own syncs are
 * measured beside it. {@code -Dbench.directory} names the disk; the default is the directory the bench is run from.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 10)
@Fork(1)
public class TlogAppendBench {
    private static final int GROUP = 256;
    private static final int ENTRY_BYTES = 256;
    private static final int GROUPS_WAITING = 8;

    private final byte[] entry = new byte[ENTRY_BYTES];
    private final ByteBuffer group = ByteBuffer.allocate(GROUP * ENTRY_BYTES);
    private Path directory;
    private FileChannel file;
    private Log log;

    @Setup(Level.Trial)
    public void open() throws Exception {
        Path parent = Path.of(System.getProperty("bench.directory", "."));
        directory = Files.createTempDirectory(parent.toAbsolutePath(), "tlog-bench-");
        log = Log.create(directory.resolve("log"), SignerKey.generate("bench.example/log"));
        file = FileChannel.open(directory.resolve("sync"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        new Random(7).nextBytes(entry);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        log.close();
        file.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** What the disk does: as many bytes as a group has, and a sync. */
    @Benchmark
    public void syncOfTheDisk() throws IOException {
        group.clear();
        file.write(group);
        file.force(false);
    }

    /** One group waits for its commit before the next begins. */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public void oneGroupAtATime() {
        appendAndWait(1);
    }

    /** Eight groups wait together, as they do under load. */
    @Benchmark
    @OperationsPerInvocation(GROUP * GROUPS_WAITING)
    public void eightGroupsWaiting() {
        appendAndWait(GROUPS_WAITING);
    }

    private void appendAndWait(int groups) {
        List<CompletableFuture<Appended>> appended = new ArrayList<>(groups * GROUP);
        for (int i = 0; i < groups; i++) {
            appended.addAll(log.appendAll(Collections.nCopies(GROUP, entry)));
        }
        appended.forEach(CompletableFuture::join);
    }
}
