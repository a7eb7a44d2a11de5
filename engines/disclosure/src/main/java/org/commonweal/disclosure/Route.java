package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cheapest way through the network from one node to another (Dijkstra 1959). Along a cell's arc the cell grows, against
 * it the cell shrinks: a way from the head of a cell to its tail lets that cell grow while every sum stays.
 */
final class Route {
    /** Price of walking over a cell. */
    interface Toll {
        /** Price to let a cell grow or shrink, at least 1; {@link Route#CLOSED} when it cannot. */
        int of(int cell, boolean grows);
    }

    static final int CLOSED = -1;

    private final Network network;
    private final int[] cost;
    private final int[] seen;
    private final int[] reachedBy;
    private final NodeHeap heap = new NodeHeap();
    private int search;

    Route(Network network) {
        this.network = network;
        this.cost = new int[network.nodes()];
        this.seen = new int[network.nodes()];
        this.reachedBy = new int[network.nodes()];
    }

    /** Cells of the cheapest way that lets a cell grow; a cell that shrinks on it is given as its complement (~cell). */
    Optional<int[]> find(int growing, Toll toll) {
        int from = network.head(growing);
        int to = network.tail(growing);
        search++;
        heap.clear();
        reach(from, 0, growing);
        while (!heap.isEmpty()) {
            int reachedAt = heap.leastCost();
            int node = heap.remove();
            if (node == to) return Optional.of(wayBack(from, to));
            if (reachedAt == cost[node]) leave(node, growing, toll);
        }
        return Optional.empty();
    }

    private void leave(int node, int barred, Toll toll) {
        int degree = network.degree(node);
        for (int i = 0; i < degree; i++) {
            int cell = network.cellAt(node, i);
            if (cell == barred) continue;
            boolean grows = network.tail(cell) == node;
            int price = toll.of(cell, grows);
            if (price == CLOSED) continue;
            int next = grows ? network.head(cell) : network.tail(cell);
            int reached = cost[node] + price;
            if (seen[next] != search || reached < cost[next]) reach(next, reached, grows ? cell : ~cell);
        }
    }

    private void reach(int node, int reachedAt, int step) {
        seen[node] = search;
        cost[node] = reachedAt;
        reachedBy[node] = step;
        heap.add(reachedAt, node);
    }

    private int[] wayBack(int from, int to) {
        int[] steps = new int[16];
        int length = 0;
        for (int node = to; node != from; length++) {
            if (length == steps.length) steps = Arrays.copyOf(steps, 2 * length);
            int step = reachedBy[node];
            steps[length] = step;
            node = step >= 0 ? network.tail(step) : network.head(~step);
        }
        return Arrays.copyOf(steps, length);
    }
}
