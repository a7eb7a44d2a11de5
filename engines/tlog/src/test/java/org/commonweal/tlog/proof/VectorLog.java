package org.commonweal.tlog.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.InclusionProof;
import org.commonweal.tlog.merkle.MemoryTree;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.note.TestKeys;

/** A log of 300 documents that is the same in every run, from which the vectors are made. */
final class VectorLog {
    static final SignerKey KEY = TestKeys.of("hub.example/log", 1);
    static final SignerKey OTHER_KEY = TestKeys.of("hub.example/log", 2);
    static final int SIZE = 300;
    static final int INDEX = 77;

    private final TreeProofs tree;
    private final List<Leaf> leaves = new ArrayList<>();

    VectorLog() {
        for (int i = 0; i < SIZE; i++) {
            byte[] document = document(i).getBytes(StandardCharsets.UTF_8);
            Instant time = Instant.parse("2026-11-21T08:00:00Z").plusSeconds(i);
            leaves.add(Leaf.of("finding", "0193f0c2-%04d".formatted(i), 1, document, time));
        }
        tree = new TreeProofs(MemoryTree.of(leaves.stream().map(Leaf::bytes).toList()));
    }

    /** Quotes, non-ASCII and a character beyond the basic plane: each must keep its bytes in every language. */
    static String document(int i) {
        return "{\"place\":\"Łódź\",\"title\":\"Air \\\"by month\\\" 🌍\",\"value\":%d.5}".formatted(i);
    }

    /** The one document of a log of its own, signed by the same key. */
    static ProofFile alone(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        Leaf leaf = Leaf.of("finding", "0193f0c2-alone", 1, bytes, Instant.parse("2026-11-21T08:00:00Z"));
        Checkpoint checkpoint = new Checkpoint("hub.example/log", 1, new Hasher().leaf(leaf.bytes()));
        TlogProof proof = new TlogProof(0, List.of(), SignedCheckpoint.sign(checkpoint, KEY));
        return new ProofFile(document, leaf, proof, KEY.verifier());
    }

    Leaf leaf(int i) {
        return leaves.get(i);
    }

    ProofFile file() throws IOException {
        SignedCheckpoint checkpoint =
                SignedCheckpoint.sign(new Checkpoint("hub.example/log", SIZE, tree.root(SIZE)), KEY);
        InclusionProof proof = tree.inclusion(INDEX, SIZE);
        return new ProofFile(
                document(INDEX), leaf(INDEX), new TlogProof(INDEX, proof.path(), checkpoint), KEY.verifier());
    }
}
