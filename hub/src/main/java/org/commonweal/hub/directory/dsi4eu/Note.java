package org.commonweal.hub.directory.dsi4eu;

/**
 * Something that was done to a row, or that a person should look at.
 *
 * @param row counted from 1, 0 for the file as a whole
 * @param kind {@code cleaned} (changed), {@code skipped} (left out), {@code noticed} or {@code suspected} (left as it is)
 * @param before what the file says, shortened
 */
public record Note(
        String file,
        int row,
        String id,
        String name,
        String kind,
        String field,
        String before,
        String after,
        String why) {
    private static final int LONGEST = 160;

    public Note {
        before = shorten(before);
        after = shorten(after);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
