package org.commonweal.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.commonweal.tlog.format.VerificationException;

class TreePropertiesTest {
    private static final int LARGEST = 700;
    private static final List<Hash> LEAVES = leaves();
    private static final TreeProofs TREE = new TreeProofs(new MemoryTree(LEAVES));

    private static List<Hash> leaves() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < LARGEST; i++) {
            leaves.add(new Hasher().leaf(("entry " + i).getBytes()));
        }
        return leaves;
    }

    @Property
    void theRootIsAsDefined(@ForAll @IntRange(max = LARGEST) int size) throws IOException {
        assertThat(TREE.root(size)).isEqualTo(MemoryTree.definedRoot(LEAVES.subList(0, size)));
    }

    @Property
    void everyLeafIsProven(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @LongRange(min = 0) long pick)
            throws Exception {
        int index = (int) (pick % size);
        TREE.inclusion(index, size).verify(LEAVES.get(index), TREE.root(size));
    }

    @Property
    void noOtherLeafIndexOrSizeIsProven(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll @LongRange(min = 0) long pick)
            throws Exception {
        int index = (int) (pick % size);
        int other = (index + 1 + (int) (pick / size % (size - 1))) % size;
        InclusionProof proof = TREE.inclusion(index, size);
        Hash root = TREE.root(size);
        refused(() -> proof.verify(LEAVES.get(other), root));
        refused(() -> new InclusionProof(other, size, proof.path()).verify(LEAVES.get(index), root));
        refused(() -> new InclusionProof(index, 2L * size, proof.path()).verify(LEAVES.get(index), root));
        refused(() -> new InclusionProof(index, size, changed(proof.path(), pick)).verify(LEAVES.get(index), root));
        refused(() -> new InclusionProof(index, size, longer(proof.path())).verify(LEAVES.get(index), root));
        refused(() -> new InclusionProof(index, size, shorter(proof.path())).verify(LEAVES.get(index), root));
    }

    @Property
    void everyGrowthIsProven(@ForAll @IntRange(max = LARGEST) int a, @ForAll @IntRange(max = LARGEST) int b)
            throws Exception {
        long from = Math.min(a, b);
        long to = Math.max(a, b);
        TREE.consistency(from, to).verify(TREE.root(from), TREE.root(to));
    }

    @Property
    void noFalseGrowthIsProven(
            @ForAll @IntRange(min = 1, max = LARGEST) int a,
            @ForAll @IntRange(min = 1, max = LARGEST) int b,
            @ForAll @LongRange(min = 0) long pick)
            throws Exception {
        long from = Math.min(a, b);
        long to = Math.max(a, b);
        List<Hash> path = TREE.consistency(from, to).path();
        Hash older = TREE.root(from);
        Hash newer = TREE.root(to);
        Hash forked = new Hasher().leaf("another history".getBytes());
        refused(() -> new ConsistencyProof(from, to, path).verify(forked, newer));
        refused(() -> new ConsistencyProof(from, to, path).verify(older, forked));
        refused(() -> new ConsistencyProof(from, to, longer(path)).verify(older, newer));
        if (!path.isEmpty()) {
            refused(() -> new ConsistencyProof(from, to, changed(path, pick)).verify(older, newer));
            refused(() -> new ConsistencyProof(from, to, shorter(path)).verify(older, newer));
            refused(() -> new ConsistencyProof(to, from, path).verify(newer, older));
        }
    }

    private static void refused(Check check) {
        assertThatThrownBy(check::run).isInstanceOf(VerificationException.class);
    }

    private static List<Hash> changed(List<Hash> path, long pick) {
        List<Hash> changed = new ArrayList<>(path);
        int at = (int) (pick % path.size());
        byte[] bytes = path.get(at).toBytes();
        bytes[(int) (pick % Hash.BYTES)] ^= (byte) (1 << pick % 8);
        changed.set(at, Hash.of(bytes));
        return changed;
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(LEAVES.getFirst());
        return longer;
    }

    private static List<Hash> shorter(List<Hash> path) {
        return path.subList(0, path.size() - 1);
    }

    private interface Check {
        void run() throws VerificationException;
    }
}
