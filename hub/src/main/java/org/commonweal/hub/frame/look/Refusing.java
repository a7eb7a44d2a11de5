package org.commonweal.hub.frame.look;

import java.util.UUID;

/**
 * The words with which somebody refuses what another asked for, one form of many on a page.
 *
 * <p>Example: {@code Refusing.of(id, typed, page.t("frame.refuse.fault", Refusing.LONGEST))}; the page is shown again with
 * it when its faults are any.
 *
 * @param thing that is refused
 */
public record Refusing(UUID thing, String words, Faults faults) {
    public static final int LONGEST = 1_000;

    /** Nothing is being refused: the page as it is shown for the first time. */
    public static final Refusing NOTHING = new Refusing(new UUID(0, 0), "", Faults.none());

    /** @param fault what to say when the words are missing or too many */
    public static Refusing of(UUID thing, String typed, String fault) {
        // A browser sends line ends as two characters, and counts them as one.
        String words = typed.replace("\r\n", "\n").strip();
        Faults faults = Faults.none();
        if (words.isEmpty() || words.length() > LONGEST) faults.add(field(thing), fault);
        return new Refusing(thing, words, faults);
    }

    /** The name of the field, which no other form of the page has. */
    public static String field(UUID thing) {
        return "reason-" + thing;
    }

    public boolean isOf(UUID other) {
        return thing.equals(other) && faults.any();
    }
}
