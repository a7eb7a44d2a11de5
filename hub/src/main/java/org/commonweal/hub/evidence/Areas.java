package org.commonweal.hub.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Into which places a finding is broken down, written {@code whole}, {@code country}, {@code h3-5}, {@code subject} or
 * {@code subject-h3-5} (each thing, with totals of the H3 cells that they stand in).
 *
 * @param resolution of the H3 cells, 0 to 5, or {@link #NO_CELLS}
 */
public record Areas(Kind kind, int resolution) {
    /** Finer cells than this (about 250 km²) are never published. */
    static final int FINEST = 5;

    static final int NO_CELLS = -1;
    static final Areas WHOLE = new Areas(Kind.WHOLE, NO_CELLS);

    /** The sort of place. */
    public enum Kind {
        WHOLE,
        COUNTRY,
        H3,
        SUBJECT
    }

    /** @throws IllegalArgumentException when it is none of the five, or finer than is published */
    @JsonCreator
    static Areas of(String token) {
        int cells = token.indexOf("h3-");
        int resolution = cells < 0 ? NO_CELLS : Integer.parseInt(token.substring(cells + 3));
        if (resolution > FINEST || resolution < NO_CELLS)
            throw new IllegalArgumentException("H3 cells are published at resolution 0 to 5, asked for " + token);
        String kind = cells < 0 ? token : cells == 0 ? "h3" : token.substring(0, cells - 1);
        return new Areas(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), resolution);
    }

    @JsonValue
    public String token() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        if (kind == Kind.H3) return "h3-" + resolution;
        return resolution == NO_CELLS ? word : word + "-h3-" + resolution;
    }

    /** Whether places can be drawn as cells of a map. */
    public boolean hasCells() {
        return resolution != NO_CELLS;
    }

    public boolean bySubject() {
        return kind == Kind.SUBJECT;
    }
}
