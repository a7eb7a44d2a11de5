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
        /** Price to let a cell grow or shrink, {@link Route#LEAST} or more; {@link Route#CLOSED} when it cannot. */
        int of(int cell, boolean grows);
    }

    static final int CLOSED = -1;
    static final int LEAST = 1;

    private final Network network;
    private final int[] cost;
    private final int[] seen;
    private final int[] reachedBy;
    /** Search in which one cheapest step from a node was seen to lead to the goal, and that step. */
    private final int[] gateIn;

    private final int[] gateBy;
    private final NodeHeap heap = new NodeHeap();
    private int search;

    Route(Network network) {
        this.network = network;
        this.cost = new int[network.nodes()];
        this.seen = new int[network.nodes()];
        this.reachedBy = new int[network.nodes()];
        this.gateIn = new int[network.nodes()];
        this.gateBy = new int[network.nodes()];
    }

    /** Cells of the cheapest way that lets a cell grow; a cell that shrinks on it is given as its complement (~cell). */
    Optional<int[]> find(int growing, Toll toll) {
        int from = network.head(growing);
        int to = network.tail(growing);
        search++;
        heap.clear();
        markGates(to, growing, toll);
        reach(from, 0, growing);
        boolean found = gateIn[from] == search && passGate(from, to);
        while (!found && !heap.isEmpty()) {
            int reachedAt = heap.leastCost();
            int node = heap.remove();
            found = node == to || reachedAt == cost[node] && leave(node, to, growing, toll);
        }
        return found ? Optional.of(wayBack(from, to)) : Optional.empty();
    }

    /**
     * Looks one step back from the goal. Where much is withheld most searches then end within three steps; without it a
     * 200 × 60 table with 9,600 unsafe cells took 32 s.
     */
    private void markGates(int to, int barred, Toll toll) {
        int degree = network.degree(to);
        for (int i = 0; i < degree; i++) {
            int cell = network.cellAt(to, i);
            boolean grows = network.head(cell) == to;
            if (cell == barred || toll.of(cell, grows) != LEAST) continue;
            int before = grows ? network.tail(cell) : network.head(cell);
            gateIn[before] = search;
            gateBy[before] = grows ? cell : ~cell;
        }
    }

    /** Walks on from a node; true when the goal is reached and no way can be cheaper by more than one least price. */
    private boolean leave(int node, int to, int barred, Toll toll) {
        int degree = network.degree(node);
        for (int i = 0; i < degree; i++) {
            int cell = network.cellAt(node, i);
            if (cell == barred) continue;
            boolean grows = network.tail(cell) == node;
            int next = grows ? network.head(cell) : network.tail(cell);
            if (seen[next] == search && cost[next] <= cost[node] + LEAST) continue;
            int price = toll.of(cell, grows);
            if (price == CLOSED) continue;
            int reached = cost[node] + price;
            if (seen[next] != search || reached < cost[next]) reach(next, reached, grows ? cell : ~cell);
            if (price == LEAST && gateIn[next] == search) return passGate(next, to);
        }
        return false;
    }

    private boolean passGate(int gate, int to) {
        reach(to, cost[gate] + LEAST, gateBy[gate]);
        return true;
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
