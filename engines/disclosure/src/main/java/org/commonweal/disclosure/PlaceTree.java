package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places that rows name, as one tree: leaves first (sorted by key), then coarser levels, last the root «everywhere».
 * Only places with rows are in it.
 */
final class PlaceTree {
    static final int NONE = -1;

    private final int leaves;
    private final long[] keys;
    private final int[] levels;
    private final int[] parents;
    private final int[][] children;

    PlaceTree(int leaves, long[] keys, int[] levels, int[] parents) {
        this.leaves = leaves;
        this.keys = keys;
        this.levels = levels;
        this.parents = parents;
        this.children = childrenOf(parents);
    }

    /**
     * Builds the tree over the leaves.
     *
     * @param leafKeys keys of the finest level, sorted and distinct
     * @throws InputException when a place lies in no place of the next level
     */
    static PlaceTree over(long[] leafKeys, Request request) {
        List<Integer> published = request.levels();
        Growth growth = new Growth();
        growth.addLevel(leafKeys, published.getFirst());
        for (int level : published.subList(1, published.size())) growth.climb(request.hierarchy(), level);
        return growth.topped(leafKeys.length);
    }

    int size() {
        return keys.length;
    }

    int leaves() {
        return leaves;
    }

    int root() {
        return keys.length - 1;
    }

    long keyOf(int node) {
        return keys[node];
    }

    int levelOf(int node) {
        return levels[node];
    }

    /** The next coarser place, or {@link #NONE} above the root. */
    int parentOf(int node) {
        return parents[node];
    }

    /** Levels below a node: 0 for a leaf. */
    int heightOf(int node) {
        return children[node].length == 0 ? 0 : 1 + heightOf(children[node][0]);
    }

    int[] childrenOf(int node) {
        return children[node];
    }

    private static int[][] childrenOf(int[] parents) {
        int[] counts = new int[parents.length];
        for (int parent : parents) if (parent != NONE) counts[parent]++;
        int[][] children = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int node = 0; node < parents.length; node++)
            if (parents[node] != NONE) children[parents[node]][counts[parents[node]]++] = node;
        return children;
    }

    /** The tree while it grows upward, level by level. */
    private static final class Growth {
        private final List<Long> keys = new ArrayList<>();
        private final List<Integer> levels = new ArrayList<>();
        private final List<Integer> parents = new ArrayList<>();
        private int newest;

        void addLevel(long[] sorted, int level) {
            newest = keys.size();
            for (long key : sorted) {
                keys.add(key);
                levels.add(level);
            }
        }

        void climb(Hierarchy hierarchy, int level) {
            int below = newest;
            long[] up = keys.subList(below, keys.size()).stream()
                    .mapToLong(key -> hierarchy.placeAt(key, level))
                    .toArray();
            long[] sorted = Arrays.stream(up).sorted().distinct().toArray();
            if (sorted.length > 0 && sorted[0] == Rows.ABSENT) throw orphan(up, hierarchy, level, below);
            addLevel(sorted, level);
            for (long key : up) parents.add(newest + Arrays.binarySearch(sorted, key));
        }

        private InputException orphan(long[] up, Hierarchy hierarchy, int level, int below) {
            int at = 0;
            while (up[at] != Rows.ABSENT) at++;
            return new InputException(List.of("Place " + keys.get(below + at) + " must lie in a place of level ‹"
                    + hierarchy.levels().get(level) + "›, lies in none. Give it a parent or leave out that level."));
        }

        PlaceTree topped(int leaves) {
            int root = keys.size();
            while (parents.size() < root) parents.add(root);
            keys.add(Rows.ABSENT);
            levels.add(Spot.EVERYWHERE);
            parents.add(NONE);
            return new PlaceTree(
                    leaves,
                    keys.stream().mapToLong(Long::longValue).toArray(),
                    levels.stream().mapToInt(Integer::intValue).toArray(),
                    parents.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
