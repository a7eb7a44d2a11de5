package org.commonweal.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.ConsistencyProof;
import org.commonweal.tlog.merkle.InclusionProof;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.TlogProof;
import org.commonweal.tlog.tiles.EntryBundle;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;

/**
 * An append-only log in a directory, for one process and many threads.
 *
 * <p>Example:
 *
 * <pre>
 * SignerKey key = KeyFile.read(keyFile);
 * try (Log log = Log.exists(dir) ? Log.open(dir, key) : Log.create(dir, key)) {
 *     Appended appended = log.append(leaf).join();
 *     TlogProof proof = log.prove(appended.index());
 * }
 * </pre>
 */
public final class Log implements AutoCloseable {
    private static final long SEGMENT_BYTES = 16L << 20;
    private static final int SETTLING_THREADS = 8;

    private final LogDirectory directory;
    private final VerifierKey key;
    private final DirectoryLock lock;
    private final ExecutorService settling;
    private final Committer committer;
    private final Hold hold;
    private boolean closed;

    private Log(Path path, SignerKey key, Opening opening) throws IOException, VerificationException {
        this.lock = DirectoryLock.take(path);
        this.directory = new LogDirectory(path, new FileDisk());
        this.key = key.verifier();
        this.settling = Executors.newFixedThreadPool(
                SETTLING_THREADS,
                Thread.ofPlatform().name("tlog-settle-", 0).daemon().factory());
        try {
            Recovery.Recovered recovered = opening.of(new Recovery(directory, settling));
            this.committer = new Committer(new Writer(recovered, key, SEGMENT_BYTES));
            this.hold = new Hold(directory, this.key);
        } catch (IOException | VerificationException | RuntimeException refused) {
            closeFiles();
            throw refused;
        }
        committer.start();
    }

    private interface Opening {
        Recovery.Recovered of(Recovery recovery) throws IOException, VerificationException;
    }

    /** @return whether {@link #open} finds a log in {@code directory}, be it only its public files */
    public static boolean exists(Path directory) throws IOException {
        return new LogDirectory(directory, new FileDisk()).hasLog();
    }

    /**
     * Begins a log; its origin is the key's name. Signs and publishes the checkpoint of size 0.
     *
     * @throws IOException when there is a log, or one to be proven, in {@code directory}, or it cannot be written
     */
    public static Log create(Path directory, SignerKey key) throws IOException {
        try {
            return new Log(directory, key, recovery -> recovery.create(key));
        } catch (VerificationException creationVerifiesNothing) {
            throw new IllegalStateException(creationVerifiesNothing);
        }
    }

    /**
     * Opens the log that is in {@code directory}, finishing what a crash may have cut off. A directory with {@code
     * public} alone, from a mirror or a backup, is audited and taken over, and must then be confirmed.
     *
     * @throws LogDamagedException when the files contradict each other
     * @throws IOException when there is no log, another process writes it, or it cannot be read
     * @throws VerificationException when the log was signed by another key
     */
    public static Log open(Path directory, SignerKey key) throws IOException, VerificationException {
        return new Log(directory, key, recovery -> recovery.open(key.verifier()));
    }

    /**
     * Marks the log in {@code directory} as restored: from the next opening it signs nothing until {@link
     * #confirmExtends}. To be called by whatever puts a backup back, before the log is opened.
     *
     * @throws IOException when the mark cannot be written
     */
    public static void requireProof(Path directory) throws IOException {
        LogDirectory log = new LogDirectory(directory, new FileDisk());
        log.makeDirectories();
        log.putDurably(log.needsProof(), "Restored.\n".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Appends a leaf.
     *
     * @return completes when a durable, published checkpoint covers it; with a {@link LogStoppedException} when a write
     *     failed. Do nothing slow in what depends on it: it runs in the thread that commits.
     * @throws LogHeldException while the log must not sign
     * @throws IllegalStateException when the log is closed
     */
    public CompletableFuture<Appended> append(Leaf leaf) {
        return append(leaf.bytes());
    }

    /**
     * Appends an entry of any kind, at most 65,535 bytes. As {@link #append(Leaf)} otherwise.
     *
     * @throws IllegalArgumentException when the entry is longer
     */
    public CompletableFuture<Appended> append(byte[] entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    /**
     * Appends entries that stand side by side, at most 65,535 bytes each. Faster than one after the other when one
     * thread has many. As {@link #append(Leaf)} otherwise.
     *
     * @return for each entry, in order
     * @throws IllegalArgumentException when an entry is longer; none is appended then
     */
    public List<CompletableFuture<Appended>> appendAll(List<byte[]> entries) {
        hold.requireReleased();
        List<byte[]> copies = new ArrayList<>(entries.size());
        for (byte[] entry : entries) {
            if (entry.length > EntryBundle.MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException(
                        "An entry has at most %d bytes, was %d".formatted(EntryBundle.MAX_ENTRY_BYTES, entry.length));
            }
            copies.add(entry.clone());
        }
        return committer.submit(copies);
    }

    /** @return the newest checkpoint: durable, published */
    public SignedCheckpoint checkpoint() {
        return committer.latest();
    }

    /** @return number of entries that the newest checkpoint covers */
    public long size() {
        return checkpoint().checkpoint().size();
    }

    /** @return the key that verifies this log, to publish as a line of text */
    public VerifierKey key() {
        return key;
    }

    /** @return the directory to serve and mirror: {@code checkpoint} and {@code tile/…} */
    public Path publicFiles() {
        return directory.publicFiles();
    }

    /**
     * The proof that an entry is in the log, under the newest checkpoint.
     *
     * @throws IOException when a tile cannot be read
     * @throws IllegalArgumentException when there is no such entry
     */
    public TlogProof prove(long index) throws IOException {
        SignedCheckpoint checkpoint = checkpoint();
        long size = checkpoint.checkpoint().size();
        InclusionProof inclusion = new TreeProofs(reader(size)).inclusion(index, size);
        return new TlogProof(index, inclusion.path(), checkpoint);
    }

    /**
     * The proof that the log only grew.
     *
     * @throws IOException when a tile cannot be read
     * @throws IllegalArgumentException unless {@code 0 <= from <= to <= size()}
     */
    public ConsistencyProof proveConsistency(long from, long to) throws IOException {
        return new TreeProofs(reader(size())).consistency(from, to);
    }

    /**
     * @return the bytes that were appended
     * @throws IOException when the bundle cannot be read
     * @throws IndexOutOfBoundsException when there is no such entry
     */
    public byte[] getEntry(long index) throws IOException {
        return listEntries(index, index + 1).getFirst();
    }

    /**
     * @return the entries from {@code from} to before {@code to}, in order
     * @throws IOException when a bundle cannot be read
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     */
    public List<byte[]> listEntries(long from, long to) throws IOException {
        Objects.checkFromToIndex(from, to, size());
        TileReader reader = reader(size());
        List<byte[]> entries = new ArrayList<>();
        for (long index = from; index < to; ) {
            List<byte[]> bundle = reader.bundle(index);
            int first = (int) (index % TilePath.FULL);
            int end = (int) Math.min(bundle.size(), first + to - index);
            entries.addAll(bundle.subList(first, end));
            index += end - first;
        }
        return entries;
    }

    private TileReader reader(long size) {
        return new TileReader(LogFiles.in(publicFiles()), size);
    }

    /** @return whether the log signs nothing until {@link #confirmExtends} */
    public boolean needsProof() {
        return hold.isHeld();
    }

    /**
     * Shows that this log is as long as the newest checkpoint known outside says, and of the same history; from then on
     * it signs again, also after the next opening.
     *
     * <p>A checkpoint shorter than the log is refused: every continuation agrees with it, the one that the world has seen
     * and the one that this log would sign in its place.
     *
     * @param newest known outside, such as an administrator's copy, a mirror's or a witness's
     * @param seen others that the log must extend, however short
     * @throws VerificationException with the reason: another log, a false signature, a longer or shorter log, or a fork
     * @throws IOException when tiles cannot be read or the mark not removed
     */
    public void confirmExtends(SignedCheckpoint newest, SignedCheckpoint... seen)
            throws IOException, VerificationException {
        Checkpoint ours = checkpoint().checkpoint();
        hold.release(newest, List.of(seen), ours, new TreeProofs(reader(ours.size())));
    }

    /**
     * Commits what waits and leaves nothing to recover.
     *
     * @throws IOException when a file could not be made durable; the next opening recovers
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            committer.close();
        } finally {
            closeFiles();
        }
    }

    private void closeFiles() throws IOException {
        settling.shutdown();
        lock.close();
    }
}
