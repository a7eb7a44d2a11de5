package org.commonweal.tlog.note;

import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/** The rule for key names of c2sp.org/signed-note: not empty, no spaces, no plus, no control characters; and, so
 * that what is printed is what is meant, no invisible ones. */
final class KeyName {
    private static final int LONGEST = 255;

    private KeyName() {}

    static String require(String name) throws LogFormatException {
        boolean bad =
                name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(c -> c == '+' || isUnseen(c));
        if (bad) {
            throw new LogFormatException(
                    "A key name has 1 to 255 characters without spaces, plus or control characters, such as "
                            + "‹hub.example/log›, was " + Strict.shown(name));
        }
        return name;
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
