package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StructuresTest {
    @Property
    void longIndexNumbersKeysAsAMapWould(@ForAll @Size(max = 300) List<@IntRange(max = 90) Integer> keys) {
        LongIndex index = new LongIndex();
        Map<Long, Integer> model = new HashMap<>();
        for (int small : keys) {
            long key = small * 0x1_0000_0001L;
            int expected = model.computeIfAbsent(key, k -> model.size());
            assertThat(index.add(key)).isEqualTo(expected);
            assertThat(index.keyAt(expected)).isEqualTo(key);
        }
        assertThat(index.size()).isEqualTo(model.size());
    }

    @Property
    void heapGivesNodesByCostThenNumber(@ForAll @Size(max = 600) List<@IntRange(max = 40) Integer> costs) {
        NodeHeap heap = new NodeHeap();
        List<long[]> expected = new ArrayList<>();
        for (int node = 0; node < costs.size(); node++) {
            heap.add(costs.get(node), node);
            expected.add(new long[] {costs.get(node), node});
        }
        expected.sort((a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
        for (long[] entry : expected) {
            assertThat(heap.leastCost()).isEqualTo((int) entry[0]);
            assertThat(heap.remove()).isEqualTo((int) entry[1]);
        }
        assertThat(heap.isEmpty()).isTrue();
    }

    @Property(tries = 50)
    void theSameInputMakesTheSamePlan(@ForAll long seed) {
        RandomTable table = RandomTable.of(seed, 8, 5, 2);
        Plan first = Disclosure.plan(table.rows(), table.request());
        Plan second = Disclosure.plan(table.rows(), table.request());
        assertThat(second.listCells()).isEqualTo(first.listCells());
        if (first.verdict() == Verdict.PUBLISHABLE) assertThat(second.publish()).isEqualTo(first.publish());
    }
}
