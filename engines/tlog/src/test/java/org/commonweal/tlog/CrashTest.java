package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts the disk off at every single step and looks at what is left after a restart. */
class CrashTest {
    private static final Path DIRECTORY = Path.of("/log");

    /** So small that segments are finished and dropped all along. */
    private static final long SEGMENT_BYTES = 2_000;

    private static SignerKey key;

    @BeforeAll
    static void newKey() throws Exception {
        key = SignerKey.generate("hub.example/log");
    }

    /** A log that lives through crashes, and what its users were told. */
    private static final class Story {
        final List<String> acknowledged = new ArrayList<>();
        MemoryDisk disk;
        int told;

        Story(MemoryDisk disk) {
            this.disk = disk;
        }

        Writer open() throws IOException, VerificationException {
            LogDirectory directory = new LogDirectory(DIRECTORY, disk);
            Recovery recovery = new Recovery(directory, Runnable::run);
            return new Writer(
                    directory.hasLog() ? recovery.open(key.verifier()) : recovery.create(key), key, SEGMENT_BYTES);
        }

        /** Appends batches of these sizes; whatever is not acknowledged was never promised. */
        void append(int... sizes) throws IOException, VerificationException {
            Writer writer = open();
            for (int size : sizes) {
                List<String> batch = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    batch.add("entry " + told++);
                }
                long first = writer.latest().checkpoint().size();
                writer.commit(batch.stream().map(String::getBytes).toList());
                while (acknowledged.size() < first) {
                    acknowledged.add("durable, though nobody was told");
                }
                acknowledged.addAll(batch);
            }
            writer.close();
        }

        /** Runs until the cut; the size of the log that survives may exceed what was acknowledged. */
        void appendUntilCut(int step, int... sizes) throws Exception {
            disk.cutAfter(step);
            try {
                append(sizes);
            } catch (IOException powerGone) {
                assertThat(powerGone)
                        .satisfiesAnyOf(
                                gone -> assertThat(gone).isInstanceOf(MemoryDisk.CutOff.class),
                                gone -> assertThat(gone).hasRootCauseInstanceOf(MemoryDisk.CutOff.class));
            }
        }

        void restart(MemoryDisk.Loss loss, Random random) {
            disk = disk.restart(loss, random);
        }

        void check() throws Exception {
            Writer writer = open();
            long size = writer.latest().checkpoint().size();
            writer.close();
            List<String> entries = entries(size);
            assertThat(entries).hasSizeGreaterThanOrEqualTo(acknowledged.size()).doesNotHaveDuplicates();
            for (int i = 0; i < acknowledged.size(); i++) {
                if (!acknowledged.get(i).startsWith("durable")) {
                    assertThat(entries.get(i)).isEqualTo(acknowledged.get(i));
                }
            }
            LogFiles files = path -> disk.read(DIRECTORY.resolve("public").resolve(path));
            AuditReport report = new LogAudit(files, key.verifier()).run(everPublished());
            assertThat(report.problems()).isEmpty();
            assertThat(report.checkpoint().checkpoint().size()).isEqualTo(size);
        }

        private List<String> entries(long size) throws IOException {
            LogFiles files = path -> disk.read(DIRECTORY.resolve("public").resolve(path));
            List<String> entries = new ArrayList<>();
            while (entries.size() < size) {
                new TileReader(files, size).bundle(entries.size()).forEach(bytes -> entries.add(new String(bytes)));
            }
            return entries;
        }

        private List<SignedCheckpoint> everPublished() throws Exception {
            List<SignedCheckpoint> checkpoints = new ArrayList<>();
            for (byte[] bytes : disk.published) {
                checkpoints.add(SignedCheckpoint.parse(bytes));
            }
            return checkpoints;
        }
    }

    private static final int[] BATCHES = {1, 2, 250, 1, 2, 1, 300, 3};

    @ParameterizedTest
    @EnumSource
    void cutOffAtEveryStepNothingPromisedIsLost(MemoryDisk.Loss loss) throws Exception {
        int steps = stepsOf(new MemoryDisk(), BATCHES);
        assertThat(steps).isGreaterThan(100);
        for (int step = 1; step <= steps; step++) {
            Random random = new Random(step);
            Story story = new Story(new MemoryDisk());
            story.appendUntilCut(step, BATCHES);
            story.restart(loss, random);
            story.check();
            story.append(1, 260);
            story.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutOffWhileRecoveringToo(MemoryDisk.Loss loss) throws Exception {
        int steps = stepsOf(new MemoryDisk(), BATCHES);
        for (int step = 5; step <= steps; step += 3) {
            Random random = new Random(step);
            Story story = new Story(new MemoryDisk());
            story.appendUntilCut(step, BATCHES);
            for (int again = 0; again < 3; again++) {
                story.restart(loss, random);
                story.appendUntilCut(1 + random.nextInt(20), 1, 5);
            }
            story.restart(loss, random);
            story.check();
        }
    }

    @Test
    void cutOffWhereAThirdLevelBegins() throws Exception {
        Story before = new Story(new MemoryDisk());
        before.append(65_533);
        int[] across = {2, 1, 2};
        int steps = stepsOf(before.disk.restart(MemoryDisk.Loss.NOTHING, new Random()), across);
        for (int step = 1; step <= steps; step += 2) {
            Random random = new Random(step);
            Story story = new Story(before.disk.restart(MemoryDisk.Loss.EVERYTHING_UNSYNCED, random));
            story.acknowledged.addAll(before.acknowledged);
            story.told = before.told;
            story.appendUntilCut(step, across);
            story.restart(MemoryDisk.Loss.ANYTHING_UNSYNCED, random);
            story.check();
        }
    }

    private static int stepsOf(MemoryDisk disk, int... batches) throws Exception {
        int before = disk.steps();
        new Story(disk).append(batches);
        return disk.steps() - before;
    }
}
