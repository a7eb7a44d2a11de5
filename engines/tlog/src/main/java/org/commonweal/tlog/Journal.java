package org.commonweal.tlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.tiles.RightEdge;

/**
 * The append-only files that make a commit durable with one sync. A commit is what its record says: entries and the
 * checkpoint over them; tiles and bundles follow from the records and can be written again at any time.
 *
 * <p>A segment is dropped only when every public file that follows from it is durable ({@link Settler}).
 */
final class Journal implements Closeable {
    private final LogDirectory directory;
    private Path segment;
    private Disk.Tail tail;
    private boolean hasBatches;

    private Journal(LogDirectory directory, Path segment, boolean hasBatches) throws IOException {
        this.directory = directory;
        this.segment = segment;
        this.tail = directory.disk.openTail(segment);
        this.hasBatches = hasBatches;
    }

    /** Begins a journal with a tree whose public files are durable. */
    static Journal begin(LogDirectory directory, RightEdge edge, SignedCheckpoint checkpoint) throws IOException {
        return new Journal(directory, beginSegment(directory, edge, checkpoint), false);
    }

    private static Path beginSegment(LogDirectory directory, RightEdge edge, SignedCheckpoint checkpoint)
            throws IOException {
        Path segment = directory.journal().resolve("%020d".formatted(edge.size()));
        directory.putDurably(segment, JournalRecord.beginning(edge, checkpoint).bytes());
        return segment;
    }

    /** Continues the last segment behind what was read of it, so that a torn record is overwritten. */
    static Journal resume(LogDirectory directory, Segment last) throws IOException {
        Journal journal = new Journal(directory, last.file(), last.records().size() > 1);
        journal.tail.truncate(last.wholeBytes());
        // What was read may only have been in the system's memory: durable before anyone sees it.
        journal.tail.sync();
        return journal;
    }

    /** Makes a batch durable. */
    void append(JournalRecord batch) throws IOException {
        tail.append(batch.bytes());
        tail.sync();
        hasBatches = true;
    }

    long bytes() throws IOException {
        return tail.size();
    }

    /**
     * Goes on in a new segment.
     *
     * @return the segment that is finished; empty when nothing was written since the last one
     */
    Optional<Path> rotate(RightEdge edge, SignedCheckpoint checkpoint) throws IOException {
        if (!hasBatches) {
            return Optional.empty();
        }
        Path finished = segment;
        segment = beginSegment(directory, edge, checkpoint);
        tail.close();
        tail = directory.disk.openTail(segment);
        hasBatches = false;
        return Optional.of(finished);
    }

    @Override
    public void close() throws IOException {
        tail.close();
    }

    /** The segments that are there, oldest first. */
    static List<Segment> read(LogDirectory directory) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (Path file : directory.disk.list(directory.journal())) {
            segments.add(Segment.read(file, directory.disk.read(file)));
        }
        return segments;
    }

    /**
     * A segment as it was found.
     *
     * @param records the beginning, then batches
     * @param wholeBytes length of what could be read
     * @param bytes length of the file
     */
    record Segment(Path file, List<JournalRecord> records, int wholeBytes, int bytes) {
        static Segment read(Path file, byte[] bytes) throws LogDamagedException {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            List<JournalRecord> records = new ArrayList<>();
            for (var next = JournalRecord.read(in); next.isPresent(); next = JournalRecord.read(in)) {
                records.add(next.get());
            }
            Segment segment = new Segment(file, records, in.position(), bytes.length);
            if (records.isEmpty() || segment.hasRecordAfterTear(in)) {
                throw new LogDamagedException(("%s is damaged at byte %d, in a part that was durable. Restore the log "
                                + "from a backup, or from its public files without the journal.")
                        .formatted(file, segment.wholeBytes));
            }
            return segment;
        }

        /** A crash tears only the last record: a whole one after a torn one means that the disk lost something. */
        private boolean hasRecordAfterTear(ByteBuffer in) {
            for (int i = wholeBytes + 1; i < bytes; i++) {
                in.position(i);
                if (JournalRecord.read(in).isPresent()) {
                    return true;
                }
            }
            return false;
        }

        boolean isTorn() {
            return wholeBytes < bytes;
        }
    }
}
