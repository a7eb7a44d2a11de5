package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.RightEdge;
import org.commonweal.tlog.tiles.TilePath;

/**
 * Commits batches, one after the other. The order is what makes it safe: sign, make durable in the journal, publish,
 * only then acknowledge. After any failure it must not be used again; opening the log anew finds out what is durable.
 */
final class Writer {
    private final LogDirectory directory;
    private final SignerKey key;
    private final RightEdge edge;
    private final Journal journal;
    private final Publisher publisher;
    private final Settler settler;
    private final long segmentBytes;
    private SignedCheckpoint latest;

    Writer(Recovery.Recovered recovered, SignerKey key, long segmentBytes) {
        this.directory = recovered.directory();
        this.key = key;
        this.edge = recovered.edge();
        this.journal = recovered.journal();
        this.publisher = recovered.publisher();
        this.settler = recovered.settler();
        this.latest = recovered.checkpoint();
        this.segmentBytes = segmentBytes;
    }

    SignedCheckpoint latest() {
        return latest;
    }

    LogDirectory directory() {
        return directory;
    }

    /** @return the checkpoint that covers the entries, durable and published */
    SignedCheckpoint commit(List<byte[]> entries) throws IOException {
        settler.requireNoFailure();
        long first = edge.size();
        Map<TilePath, byte[]> files = edge.grow(entries);
        SignedCheckpoint checkpoint =
                SignedCheckpoint.sign(new Checkpoint(key.verifier().name(), edge.size(), edge.root()), key);
        journal.append(JournalRecord.batch(first, entries, checkpoint));
        publisher.publish(files, checkpoint);
        latest = checkpoint;
        if (journal.bytes() > segmentBytes) {
            rotate();
        }
        return checkpoint;
    }

    private void rotate() throws IOException {
        Optional<Path> finished = journal.rotate(edge, latest);
        settler.settle(publisher.takeUnsettled(), finished);
    }

    /** Leaves a journal with nothing to replay. */
    void close() throws IOException {
        try (journal) {
            rotate();
            settler.await();
        }
    }

    /** Leaves everything as it is, after a failure. */
    void abandon() throws IOException {
        journal.close();
    }
}
