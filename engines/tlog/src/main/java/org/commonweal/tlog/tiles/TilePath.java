package org.commonweal.tlog.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/**
 * The name of a tile or entry bundle: {@code tile/<L>/<N>[.p/<W>]}, {@code tile/entries/<N>[.p/<W>]}
 * (c2sp.org/tlog-tiles, «Merkle Tree» and «Log entries»).
 *
 * <p>Example: {@code TilePath.tile(0, 1234067, 256)} is {@code tile/0/x001/x234/067}.
 *
 * @param level 0 to 7 for tiles, {@link #ENTRIES} for entry bundles
 * @param index from 0
 * @param width number of hashes or entries, 1 to 256; 256 is a full one
 */
public record TilePath(int level, long index, int width) {
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    /** Stands for the level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Sizes are below 2<sup>63</sup>, so that level 7 is the highest to hold a hash. */
    public static final int HIGHEST_LEVEL = 7;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "No tile of level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /** The path of a tile of hashes. */
    public static TilePath tile(int level, long index, int width) {
        return new TilePath(level, index, width);
    }

    /** The path of a bundle of entries. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /**
     * Reads a path as it stands in a request.
     *
     * @param path without a leading slash
     * @throws LogFormatException when it is not exactly how a path is written, with no other spelling allowed
     */
    public static TilePath parse(String path) throws LogFormatException {
        Matcher matcher = PATH.matcher(path);
        if (matcher.matches()) {
            String level = matcher.group(1);
            long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
            int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
            boolean partialIsPartial = matcher.group(3) == null || width < FULL;
            if (partialIsPartial) {
                TilePath parsed =
                        new TilePath(level.equals("entries") ? ENTRIES : Integer.parseInt(level), index, width);
                // Writing it again shows superfluous leading groups such as x000/001.
                if (parsed.toString().equals(path)) {
                    return parsed;
                }
            }
        }
        throw new LogFormatException("A tile's path is tile/<level>/<index>[.p/<width>], such as tile/0/x001/234.p/17, "
                + "was " + Strict.shown(path));
    }

    /** @return the path of the full tile at the same place */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    boolean isFull() {
        return width == FULL;
    }

    /** The directory in which the partial tiles of this place stand. */
    public String partialDirectory() {
        return full() + ".p";
    }

    /** @return the path, without a leading slash */
    @Override
    public String toString() {
        String place = "tile/" + (level == ENTRIES ? "entries" : level) + "/" + groups();
        return isFull() ? place : place + ".p/" + width;
    }

    /** Groups of three digits, all but the last behind an x: no file ever stands where a directory must. */
    private String groups() {
        List<String> groups = new ArrayList<>(List.of("%03d".formatted(index % 1000)));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.addFirst("x%03d".formatted(rest % 1000));
        }
        return String.join("/", groups);
    }
}
