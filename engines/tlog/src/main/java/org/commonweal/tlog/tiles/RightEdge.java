package org.commonweal.tlog.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.Subtrees;
import org.commonweal.tlog.merkle.TreeProofs;

/**
 * What a writer must remember to grow a tree: the partial tile of each level and the partial bundle. At most 255 hashes
 * a level and 255 entries, whatever the size. Not for two threads at once.
 *
 * <p>Example: {@code edge.grow(entries)} gives the files to write, {@code edge.root()} the new root.
 */
public final class RightEdge {
    private final List<byte[]> bundle;
    private final List<List<Hash>> levels;
    private final Hasher hasher = new Hasher();
    private long size;

    private RightEdge(long size, List<byte[]> bundle, List<List<Hash>> levels) {
        this.size = size;
        this.bundle = new ArrayList<>(bundle);
        this.levels = new ArrayList<>();
        levels.forEach(level -> this.levels.add(new ArrayList<>(level)));
    }

    /** The edge of a tree without entries. */
    public static RightEdge empty() {
        return new RightEdge(0, List.of(), List.of());
    }

    /**
     * The edge of a tree that stands in files.
     *
     * @throws IOException when a partial tile or bundle is missing or malformed
     */
    public static RightEdge of(LogFiles files, long size) throws IOException {
        TileReader reader = new TileReader(files, size);
        List<List<Hash>> levels = new ArrayList<>();
        for (long hashes = size; hashes > 0; hashes /= TilePath.FULL) {
            List<Hash> tile = new ArrayList<>();
            for (long i = hashes - hashes % TilePath.FULL; i < hashes; i++) {
                tile.add(reader.hash(levels.size() * TileReader.TILE_HEIGHT, i));
            }
            levels.add(tile);
        }
        List<byte[]> bundle = size % TilePath.FULL == 0 ? List.of() : reader.bundle(size - 1);
        return new RightEdge(size, bundle, levels);
    }

    /** @return number of entries of the tree */
    public long size() {
        return size;
    }

    /** @return the root over all entries */
    public Hash root() {
        try {
            return new TreeProofs(subtrees()).root(size);
        } catch (IOException neverFromMemory) {
            throw new UncheckedIOException(neverFromMemory);
        }
    }

    /** The perfect subtrees that a root is made of all lie in the partial tiles. */
    private Subtrees subtrees() {
        return (height, index) -> {
            int inTile = height % TileReader.TILE_HEIGHT;
            int start = (int) ((index << inTile) % TilePath.FULL);
            List<Hash> tile = levels.get(height / TileReader.TILE_HEIGHT);
            return hasher.perfect(tile.subList(start, start + (1 << inTile)));
        };
    }

    /**
     * Appends entries.
     *
     * @return the files that are new: every tile and bundle that became full, and the partial ones at the new size
     */
    public Map<TilePath, byte[]> grow(List<byte[]> entries) {
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        long before = size;
        for (byte[] entry : entries) {
            bundle.add(entry);
            if (bundle.size() == TilePath.FULL) {
                files.put(TilePath.entries(size / TilePath.FULL, TilePath.FULL), EntryBundle.bytes(bundle));
                bundle.clear();
            }
            add(0, size, hasher.leaf(entry), files);
            size++;
        }
        if (!bundle.isEmpty()) {
            files.put(TilePath.entries(size / TilePath.FULL, bundle.size()), EntryBundle.bytes(bundle));
        }
        addPartialTiles(before, files);
        return files;
    }

    private void add(int level, long index, Hash hash, Map<TilePath, byte[]> files) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Hash> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == TilePath.FULL) {
            long tileIndex = index / TilePath.FULL;
            files.put(TilePath.tile(level, tileIndex, TilePath.FULL), Tile.bytes(tile));
            Hash top = hasher.perfect(tile);
            tile.clear();
            add(level + 1, tileIndex, top, files);
        }
    }

    private void addPartialTiles(long before, Map<TilePath, byte[]> files) {
        for (int level = 0; level < levels.size(); level++) {
            List<Hash> tile = levels.get(level);
            int shift = TileReader.TILE_HEIGHT * level;
            boolean grew = size >> shift != before >> shift;
            if (grew && !tile.isEmpty()) {
                files.put(TilePath.tile(level, (size >> shift) / TilePath.FULL, tile.size()), Tile.bytes(tile));
            }
        }
    }

    /** @return a copy of the entries of the partial bundle, at most 255 */
    public List<byte[]> bundle() {
        return List.copyOf(bundle);
    }

    /** @return a copy of the hashes of the partial tile of each level, from level 0 */
    public List<List<Hash>> levels() {
        return levels.stream().map(List::copyOf).toList();
    }

    /** An edge from its parts, as {@link #bundle} and {@link #levels} gave them. */
    public static RightEdge restore(long size, List<byte[]> bundle, List<List<Hash>> levels) {
        return new RightEdge(size, bundle, levels);
    }
}
