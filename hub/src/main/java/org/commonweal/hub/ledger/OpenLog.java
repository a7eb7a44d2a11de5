package org.commonweal.hub.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.tlog.Appended;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.proof.Leaf;

/**
 * The log while this process writes it. After any exception it is closed and opened anew: only opening finds out what is
 * durable, and {@link #catchUp} what of that the database has not recorded.
 */
final class OpenLog implements AutoCloseable {
    /** As many as the engine commits together. */
    private static final int BATCH = 4096;

    private final LogRow row;
    private final Log log;
    private final Logs logs;
    private final Entries entries;
    private final Links links;

    OpenLog(LogRow row, Log log, Logs logs, Entries entries, Links links) {
        this.row = row;
        this.log = log;
        this.logs = logs;
        this.entries = entries;
        this.links = links;
    }

    int number() {
        return row.number();
    }

    boolean isHeld() {
        return log.needsProof();
    }

    /** Records what stands in the log and not in the database, as after a crash between the two. */
    void catchUp() throws IOException {
        for (long from = entries.nextIndex(number()); from < log.size(); from += BATCH) {
            List<byte[]> leaves = log.listEntries(from, Math.min(from + BATCH, log.size()));
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < leaves.size(); i++) places.add(new Place(from + i, adopt(leaves.get(i))));
            record(places, log.checkpoint());
        }
    }

    private Entry adopt(byte[] leaf) throws IOException {
        try {
            return entries.adopt(Leaf.parse(leaf));
        } catch (LogFormatException foreign) {
            throw new IOException(
                    "The log %s has an entry that is none of ours: %s".formatted(row.origin(), foreign.getMessage()));
        }
    }

    /** Appends all that waits. */
    void drain() throws IOException {
        for (List<Entry> waiting = entries.listPending(BATCH); !waiting.isEmpty(); waiting = entries.listPending(BATCH))
            append(waiting);
    }

    private void append(List<Entry> waiting) throws IOException {
        List<CompletableFuture<Appended>> started =
                waiting.stream().map(entry -> log.append(entry.leaf())).toList();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++)
            places.add(new Place(await(started.get(i)).index(), waiting.get(i)));
        record(places, log.checkpoint());
    }

    private static Appended await(CompletableFuture<Appended> started) throws IOException {
        try {
            return started.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof IOException stopped ? stopped : new IOException(failed.getCause());
        }
    }

    /** The links come first: what has a place is not looked at again. */
    private void record(List<Place> places, SignedCheckpoint checkpoint) {
        places.forEach(this::link);
        entries.place(number(), places);
        logs.setCheckpoint(number(), checkpoint.toString());
    }

    private void link(Place place) {
        links.put(
                new ThingRef("entry", place.entry().id()),
                "logged",
                place.entry().thing(),
                "/log/entries/" + place.index(),
                row.origin() + " #" + place.index());
    }

    /**
     * Compares the log with the newest checkpoint known outside, and with the one that the database saw last: only the
     * files may have been put back. From then on it signs again.
     *
     * @throws VerificationException with the reason why it does not extend one of them, or is longer than the first
     */
    void confirm(String known) throws IOException, VerificationException {
        try {
            SignedCheckpoint outside = SignedCheckpoint.parse(known);
            if (row.checkpoint() == null) log.confirmExtends(outside);
            else log.confirmExtends(outside, SignedCheckpoint.parse(row.checkpoint()));
        } catch (LogFormatException malformed) {
            throw new VerificationException(malformed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
