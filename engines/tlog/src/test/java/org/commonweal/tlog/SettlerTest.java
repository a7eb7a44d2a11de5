package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlerTest {
    private static final List<String> SEGMENTS = List.of("0", "100", "200", "300");

    /** A hole in the row of segments would be taken for damage at the next opening. */
    @Test
    void whateverACrashLeavesIsAnUnbrokenRowOfSegments() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            MemoryDisk disk = new MemoryDisk();
            LogDirectory directory = new LogDirectory(Path.of("/log"), disk);
            directory.makeDirectories();
            for (String segment : SEGMENTS) {
                directory.putDurably(directory.journal().resolve(segment), new byte[0]);
            }
            disk.cutAfter(1 + random.nextInt(8));
            dropAllButTheLast(directory);
            LogDirectory left =
                    new LogDirectory(Path.of("/log"), disk.restart(MemoryDisk.Loss.ANYTHING_UNSYNCED, random));
            List<String> names = left.disk.list(left.journal()).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(names).isEqualTo(SEGMENTS.subList(SEGMENTS.size() - names.size(), SEGMENTS.size()));
        }
    }

    private static void dropAllButTheLast(LogDirectory directory) throws IOException {
        Settler settler = new Settler(directory, Runnable::run);
        for (String segment : SEGMENTS.subList(0, SEGMENTS.size() - 1)) {
            Path file = directory.journal().resolve(segment);
            settler.settle(new Publisher.Unsettled(Set.of(), Set.of()), Optional.of(file));
        }
    }
}
