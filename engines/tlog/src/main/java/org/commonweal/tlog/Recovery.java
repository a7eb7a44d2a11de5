package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.RightEdge;
import org.commonweal.tlog.tiles.TileReader;

/**
 * Finds the state of a log on disk, whatever moment the last writer stopped at, and brings the public files up to it.
 * Signs nothing: every checkpoint it publishes was signed and made durable before.
 */
final class Recovery {
    private final LogDirectory directory;
    private final Publisher publisher;
    private final Settler settler;

    Recovery(LogDirectory directory, Executor executor) {
        this.directory = directory;
        this.publisher = new Publisher(directory);
        this.settler = new Settler(directory, executor);
    }

    /** All that a writer needs to go on. */
    record Recovered(
            LogDirectory directory,
            RightEdge edge,
            Journal journal,
            Publisher publisher,
            Settler settler,
            SignedCheckpoint checkpoint) {}

    /** A log without entries, its first checkpoint signed and published. */
    Recovered create(SignerKey key) throws IOException {
        if (directory.hasLog() || directory.isHeld()) {
            throw new IOException("There is a log in %s already: open it, or create this one in another directory"
                    .formatted(directory.root));
        }
        directory.makeDirectories();
        RightEdge edge = RightEdge.empty();
        Checkpoint empty = new Checkpoint(key.verifier().name(), 0, edge.root());
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(empty, key);
        Journal journal = Journal.begin(directory, edge, checkpoint);
        directory.putDurably(directory.checkpoint(), checkpoint.toBytes());
        return new Recovered(directory, edge, journal, publisher, settler, checkpoint);
    }

    /** The log that is there. */
    Recovered open(VerifierKey key) throws IOException, VerificationException {
        directory.makeDirectories();
        List<Journal.Segment> segments = Journal.read(directory);
        return segments.isEmpty() ? adopt(key) : replay(segments, key);
    }

    private Recovered replay(List<Journal.Segment> segments, VerifierKey key)
            throws IOException, VerificationException {
        JournalRecord newest = segments.getLast().records().getLast();
        newest.checkpoint().verify(key);
        requireNotBehindPublished(newest.checkpoint());
        Journal journal = Journal.resume(directory, segments.getLast());
        try {
            return replay(segments, journal, newest.checkpoint(), key);
        } catch (IOException | VerificationException | RuntimeException refused) {
            journal.close();
            throw refused;
        }
    }

    private Recovered replay(List<Journal.Segment> segments, Journal journal, SignedCheckpoint newest, VerifierKey key)
            throws IOException, VerificationException {
        RightEdge edge = segments.getFirst().records().getFirst().edge();
        for (Journal.Segment segment : segments) {
            replay(segment, edge, segment == segments.getLast());
        }
        publisher.publish(Map.of(), newest);
        requireTilesOf(newest.checkpoint(), key);
        settleReplayed(segments, journal, edge, newest);
        return new Recovered(directory, edge, journal, publisher, settler, newest);
    }

    /**
     * The journal vouches for what it wrote, not for tiles that were durable long ago and that a disk or a hand has
     * altered since. A root is made of at most one tile a level; only when they fail is all of the log read.
     */
    private void requireTilesOf(Checkpoint newest, VerifierKey key) throws IOException, VerificationException {
        if (!leadTo(newest)) {
            new LogAudit(publicFiles(), key).run(List.of()).requireConsistent(directory.publicFiles());
        }
    }

    private boolean leadTo(Checkpoint newest) {
        try {
            return new TreeProofs(new TileReader(publicFiles(), newest.size()))
                    .root(newest.size())
                    .equals(newest.root());
        } catch (IOException missingOrMalformed) {
            return false;
        }
    }

    private LogFiles publicFiles() {
        return path -> directory.disk.read(directory.publicFiles().resolve(path));
    }

    private void replay(Journal.Segment segment, RightEdge edge, boolean last) throws IOException {
        JournalRecord beginning = segment.records().getFirst();
        requireSame(segment, edge, beginning.checkpoint());
        if (segment.isTorn() && !last) {
            throw damaged(segment);
        }
        for (JournalRecord batch :
                segment.records().subList(1, segment.records().size())) {
            if (batch.first() != edge.size()) {
                throw damaged(segment);
            }
            publisher.putTiles(edge.grow(batch.entries()));
        }
        // The last root covers every entry before it, so one comparison checks the whole segment.
        requireSame(segment, edge, segment.records().getLast().checkpoint());
    }

    private void settleReplayed(
            List<Journal.Segment> segments, Journal journal, RightEdge edge, SignedCheckpoint checkpoint)
            throws IOException {
        Optional<Path> finished = journal.rotate(edge, checkpoint);
        for (Journal.Segment older : segments.subList(0, segments.size() - 1)) {
            settler.settle(publisher.takeUnsettled(), Optional.of(older.file()));
        }
        settler.settle(publisher.takeUnsettled(), finished);
        settler.await();
    }

    private void requireSame(Journal.Segment segment, RightEdge edge, SignedCheckpoint signed)
            throws LogDamagedException {
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() != edge.size() || !checkpoint.root().equals(edge.root())) {
            throw damaged(segment);
        }
    }

    private static LogDamagedException damaged(Journal.Segment segment) {
        return new LogDamagedException(("The entries in %s do not lead to the checkpoint there. Restore the log from a "
                        + "backup, or from its public files without the journal.")
                .formatted(segment.file()));
    }

    /** What was published was durable before; a journal that ends earlier has lost something. */
    private void requireNotBehindPublished(SignedCheckpoint newest) throws IOException {
        Optional<SignedCheckpoint> published = published();
        long size = newest.checkpoint().size();
        if (published.isPresent() && published.get().checkpoint().size() > size) {
            throw new LogDamagedException(("%s has %d entries, the journal only %d: it lost what was durable. Restore "
                            + "the log from a backup, or from its public files without the journal.")
                    .formatted(
                            directory.checkpoint(), published.get().checkpoint().size(), size));
        }
    }

    /** Empty when there is none, or a crash of the machine left a piece of it: the journal has it then. */
    private Optional<SignedCheckpoint> published() throws IOException {
        try {
            return directory.disk.exists(directory.checkpoint())
                    ? Optional.of(SignedCheckpoint.parse(directory.disk.read(directory.checkpoint())))
                    : Optional.empty();
        } catch (LogFormatException torn) {
            return Optional.empty();
        }
    }

    /** Public files alone, from a mirror or a backup: taken as they are once they agree, and held until proven. */
    private Recovered adopt(VerifierKey key) throws IOException, VerificationException {
        SignedCheckpoint checkpoint = published()
                .orElseThrow(() -> new IOException(
                        "No log in %s: neither a journal nor a readable public/checkpoint".formatted(directory.root)));
        checkpoint.verify(key);
        directory.putDurably(directory.needsProof(), "Taken over from public files.\n".getBytes());
        new LogAudit(publicFiles(), key).run(List.of()).requireConsistent(directory.publicFiles());
        RightEdge edge = RightEdge.of(publicFiles(), checkpoint.checkpoint().size());
        syncAll();
        Journal journal = Journal.begin(directory, edge, checkpoint);
        return new Recovered(directory, edge, journal, publisher, settler, checkpoint);
    }

    private void syncAll() throws IOException {
        for (Path file : directory.disk.list(directory.publicFiles())) {
            directory.disk.sync(file);
            for (Path up = file.getParent(); up.startsWith(directory.root); up = up.getParent()) {
                directory.disk.syncDirectory(up);
            }
        }
    }
}
