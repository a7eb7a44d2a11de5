package org.commonweal.tlog.tiles;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.Subtrees;

/**
 * Hashes and entries of a tree of one size, read from tiles and bundles. Remembers the tiles it has read; not for two
 * threads at once.
 *
 * <p>Example: {@code new TreeProofs(new TileReader(files, size)).inclusion(index, size)}.
 *
 * <p>It trusts the tiles: a proof made from altered tiles fails when it is verified.
 */
public final class TileReader implements Subtrees {
    /** Levels of the tree that one tile spans. */
    public static final int TILE_HEIGHT = 8;

    private final LogFiles files;
    private final long size;
    private final Map<TilePath, List<Hash>> tiles = new HashMap<>();
    private final Hasher hasher = new Hasher();

    /** @param size of a checkpoint that the files cover */
    public TileReader(LogFiles files, long size) {
        this.files = files;
        this.size = size;
    }

    /**
     * @throws IOException when a tile is missing, cannot be read or is malformed
     */
    @Override
    public Hash hash(int height, long index) throws IOException {
        int level = height / TILE_HEIGHT;
        int inTile = height % TILE_HEIGHT;
        long first = index << inTile;
        List<Hash> tile = tile(level, first / TilePath.FULL);
        int start = (int) (first % TilePath.FULL);
        return hasher.perfect(tile.subList(start, start + (1 << inTile)));
    }

    /**
     * @param index from 0, below the size
     * @return the entries of the bundle that holds {@code index}
     * @throws IOException when the bundle is missing, cannot be read or is malformed
     */
    public List<byte[]> bundle(long index) throws IOException {
        TilePath path = pathAt(TilePath.ENTRIES, index / TilePath.FULL);
        return malformedAsUnreadable(
                () -> withoutRest(path, read -> EntryBundle.parse(read, files.read(read.toString()))));
    }

    /**
     * The tile or bundle at a place, as wide as this tree's size makes it.
     *
     * @throws IndexOutOfBoundsException when this tree has none there
     */
    public TilePath pathAt(int level, long index) {
        long hashes = level == TilePath.ENTRIES ? size : size >> (TILE_HEIGHT * level);
        long width = Math.min(TilePath.FULL, hashes - index * TilePath.FULL);
        if (width < 1) {
            throw new IndexOutOfBoundsException(
                    "A tree of %d entries has no tile %d at level %d".formatted(size, index, level));
        }
        return new TilePath(level, index, (int) width);
    }

    /**
     * @param level 0 to 7
     * @param index of the tile within its level
     * @return its hashes, as many as this tree's size makes it wide
     * @throws IOException when the tile is missing, cannot be read or is malformed
     */
    public List<Hash> tile(int level, long index) throws IOException {
        TilePath path = pathAt(level, index);
        List<Hash> known = tiles.get(path);
        if (known != null) {
            return known;
        }
        List<Hash> tile =
                malformedAsUnreadable(() -> withoutRest(path, read -> Tile.parse(read, files.read(read.toString()))));
        tiles.put(path, tile);
        return tile;
    }

    /** A partial tile may be gone once the full one stands; its hashes are the full one's first. */
    private <T> List<T> withoutRest(TilePath path, Reading<T> reading) throws IOException, LogFormatException {
        try {
            return reading.of(path);
        } catch (NoSuchFileException gone) {
            if (path.isFull()) {
                throw gone;
            }
            return reading.of(path.full()).subList(0, path.width());
        }
    }

    private static <T> List<T> malformedAsUnreadable(Attempt<T> attempt) throws IOException {
        try {
            return attempt.run();
        } catch (LogFormatException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    private interface Reading<T> {
        List<T> of(TilePath path) throws IOException, LogFormatException;
    }

    private interface Attempt<T> {
        List<T> run() throws IOException, LogFormatException;
    }
}
