package org.commonweal.bench;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.InclusionProof;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.TlogProof;
import org.commonweal.tlog.proof.Verification;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.RightEdge;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Proofs checked and made per second, in a log of a million leaves, on one thread unless told otherwise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class TlogVerifyBench {
    private static final int SIZE = 1_000_000;
    private static final int PROOFS = 1024;
    private static final byte[] DOCUMENT = "{\"title\":\"PM2.5 by month\"}".getBytes();

    private final Map<String, byte[]> tiles = new HashMap<>();
    private final LogFiles files = this::read;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<InclusionProof> proofs = new ArrayList<>();
    private Hash root;
    private byte[] proofFile;

    @Setup
    public void fill() throws IOException, LogFormatException {
        RightEdge edge = RightEdge.empty();
        for (int from = 0; from < SIZE; from += TilePath.FULL) {
            List<byte[]> group = new ArrayList<>();
            for (int i = from; i < Math.min(SIZE, from + TilePath.FULL); i++) {
                group.add(leaf(i).bytes());
            }
            edge.grow(group).forEach((path, bytes) -> tiles.put(path.toString(), bytes));
        }
        root = edge.root();
        Random random = new Random(7);
        for (int i = 0; i < PROOFS; i++) {
            int index = random.nextInt(SIZE);
            entries.add(leaf(index).bytes());
            proofs.add(prove(index));
        }
        proofFile = proofFile(SignerKey.generate("bench.example/log"));
    }

    private byte[] proofFile(SignerKey key) throws IOException {
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(new Checkpoint("bench.example/log", SIZE, root), key);
        TlogProof proof = new TlogProof(77, prove(77).path(), checkpoint);
        return new ProofFile(new String(DOCUMENT), leaf(77), proof, key.verifier()).bytes();
    }

    private static Leaf leaf(int i) {
        return Leaf.of("finding", "finding-" + i, 1, DOCUMENT, Instant.EPOCH);
    }

    private InclusionProof prove(long index) throws IOException {
        return new TreeProofs(new TileReader(files, SIZE)).inclusion(index, SIZE);
    }

    private byte[] read(String path) throws NoSuchFileException {
        byte[] bytes = tiles.get(path);
        if (bytes == null) {
            throw new NoSuchFileException(path);
        }
        return bytes;
    }

    /** The place of the next proof; each thread has its own. */
    @State(Scope.Thread)
    public static class Turn {
        private int turn;

        int next() {
            turn = (turn + 1) % PROOFS;
            return turn;
        }
    }

    /** Leaf hash and path of 20 hashes, up to the root. */
    @Benchmark
    public void inclusionVerified(Turn turn) throws VerificationException {
        int i = turn.next();
        proofs.get(i).verify(new Hasher().leaf(entries.get(i)), root);
    }

    /** From tiles in memory: what the disk adds is the disk's. */
    @Benchmark
    public InclusionProof inclusionProven(Turn turn) throws IOException {
        return prove(proofs.get(turn.next()).index());
    }

    /** All of a proof file: JSON, document, leaf, path and Ed25519 signature. */
    @Benchmark
    public Verification proofFileVerified() throws LogFormatException, VerificationException {
        return Verification.of(ProofFile.parse(proofFile));
    }
}
