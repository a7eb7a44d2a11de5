package org.commonweal.hub.campaigns.player;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * How long the JDK may go on with a pattern without looking at a character, so that whoever counts the looks bounds all of
 * it. {@code ((){2147483647}){2147483647}} never looks; nor does {@code (|)(|)(|)…}, whose ways double with each group.
 *
 * <p>It reads the part of {@link java.util.regex.Pattern}'s syntax in which its own reading and the JDK's are surely the
 * same. What it leaves out: {@code \Q}, {@code \c}, octal digits, groups from the tenth on, brackets and {@code &&}
 * within brackets, the flag {@code x}, and quantifiers in what looks behind.
 */
final class FreeSteps {
    /** With as many looks as a pattern gets, a few seconds at the very worst. */
    private static final double MOST = 1_000;

    private static final String FLAGS = "idmsuU-";

    private final int[] pattern;
    private int at;
    private boolean repeats;

    private FreeSteps(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    /** @throws PatternSyntaxException when there may be more than a thousand between two looks, or nobody knows */
    static void require(String pattern) {
        FreeSteps reading = new FreeSteps(pattern);
        Piece whole = reading.choice();
        if (reading.at < reading.pattern.length || !(whole.steps <= MOST)) throw reading.refused();
    }

    /**
     * A part of the pattern, by upper bounds.
     *
     * @param empty the ways through it without a look, from its beginning
     * @param through the same from anywhere within it
     * @param first steps from its beginning until each way has looked or left it
     * @param steps the same from anywhere within it
     */
    private record Piece(double empty, double through, double first, double steps) {
        static final Piece NOTHING = new Piece(1, 0, 0, 0);
        static final Piece LOOK = new Piece(0, 1, 1, 1);
        static final Piece NO_LOOK = new Piece(1, 1, 1, 1);

        Piece then(Piece rest) {
            double begun = steps + Math.max(empty, through) * rest.first;
            return new Piece(
                    empty * rest.empty,
                    Math.max(through * rest.empty, rest.through),
                    first + empty * rest.first,
                    Math.max(begun, rest.steps));
        }

        Piece or(Piece other) {
            double both = first + other.first + 1;
            return new Piece(
                    empty + other.empty,
                    Math.max(through, other.through),
                    both,
                    Math.max(both, Math.max(steps, other.steps)));
        }

        /** What may match nothing is repeated to the fewest, and once more in vain. */
        Piece times(double fewest, boolean more) {
            double rounds = empty == 0 ? 1 : fewest + 1;
            double ways = empty == 0 ? 1 : Math.pow(empty, fewest) * (more ? 1 + empty : 1);
            double begun = rounds * ways * (first + 1);
            double out = Math.max(1, Math.max(empty, through));
            return new Piece(empty == 0 && fewest > 0 ? 0 : ways, out * ways, begun, steps + out * begun);
        }
    }

    private Piece choice() {
        Piece all = sequence();
        while (skip('|')) all = all.or(sequence());
        return all;
    }

    private Piece sequence() {
        List<Piece> pieces = new ArrayList<>();
        while (at < pattern.length && peek() != '|' && peek() != ')') pieces.add(repeated(atom()));
        return pieces.reversed().stream().reduce(Piece.NOTHING, (rest, piece) -> piece.then(rest));
    }

    private Piece repeated(Piece piece) {
        Piece all = piece;
        if (skip('?')) all = piece.times(0, true);
        else if (skip('*')) all = piece.times(0, true);
        else if (skip('+')) all = piece.times(1, true);
        else if (skip('{')) all = counted(piece);
        else return piece;
        repeats = true;
        if (!skip('?')) skip('+');
        if (at < pattern.length && "?*+{".indexOf(peek()) >= 0) throw refused();
        return all;
    }

    private Piece counted(Piece piece) {
        double fewest = number();
        boolean more = skip(',');
        if (more && peek() != '}') number();
        require('}');
        return piece.times(fewest, more);
    }

    private double number() {
        int begin = at;
        while (peek() >= '0' && peek() <= '9') at++;
        if (at == begin) throw refused();
        return Double.parseDouble(new String(pattern, begin, at - begin));
    }

    private Piece atom() {
        int first = take();
        return switch (first) {
            case '(' -> group();
            case '[' -> brackets();
            case '\\' -> escaped();
            case '^', '$' -> Piece.NO_LOOK;
            case '?', '*', '+', '{' -> throw refused();
            default -> Piece.LOOK;
        };
    }

    private Piece group() {
        if (!skip('?')) return inner();
        if (skip(':') || skip('>')) return inner();
        if (skip('=') || skip('!')) return ahead(inner());
        if (!skip('<')) return flags();
        if (skip('=') || skip('!')) return behind();
        while (peek() != '>') if (!isWord(take())) throw refused();
        at++;
        return inner();
    }

    private Piece inner() {
        Piece inner = choice();
        require(')');
        return inner.then(Piece.NO_LOOK);
    }

    private static Piece ahead(Piece inner) {
        return new Piece(1, 1, inner.first + 1, inner.steps + 1);
    }

    // It is tried with each length that it may have; without quantifiers that is no more than it is long.
    private Piece behind() {
        int begin = at;
        boolean before = repeats;
        repeats = false;
        Piece inner = inner();
        if (repeats) throw refused();
        repeats = before;
        double steps = (inner.steps + 1) * (at - begin);
        return new Piece(1, 1, steps, steps);
    }

    private Piece flags() {
        while (FLAGS.indexOf(peek()) >= 0) at++;
        if (skip(':')) return inner();
        require(')');
        if (at < pattern.length && "?*+{".indexOf(peek()) >= 0) throw refused();
        return Piece.NOTHING;
    }

    private Piece brackets() {
        skip('^');
        if (peek() == ']') throw refused();
        while (peek() != ']') {
            int one = take();
            if (one == '[' || (one == '&' && peek() == '&')) throw refused();
            if (one == '\\') escaped();
        }
        at++;
        return Piece.LOOK;
    }

    // What follows a backslash is one with it: a quantifier behind it is for all of it.
    private Piece escaped() {
        int what = take();
        if ("QEc0".indexOf(what) >= 0) throw refused();
        if ("pPxNk".indexOf(what) >= 0 && (skip('{') || skip('<'))) {
            while (isWord(peek()) || " -=".indexOf(peek()) >= 0) at++;
            if (!skip('}')) require('>');
        } else if (what == 'x') digits(2);
        else if (what == 'u') digits(4);
        else if (what == 'p' || what == 'P') take();
        boolean group = what >= '1' && what <= '9';
        if (group && at < pattern.length && Character.isDigit(peek())) throw refused();
        return group || "bBAGzZk".indexOf(what) >= 0 ? Piece.NO_LOOK : Piece.LOOK;
    }

    // Two surrogates written so would be one character.
    private void digits(int many) {
        int begin = at;
        while (at < begin + many) if (Character.digit(take(), 16) < 0) throw refused();
        if (many == 4 && Character.isSurrogate((char) Integer.parseInt(new String(pattern, begin, many), 16)))
            throw refused();
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private int peek() {
        if (at == pattern.length) throw refused();
        return pattern[at];
    }

    private int take() {
        int next = peek();
        at++;
        return next;
    }

    private boolean skip(int wanted) {
        if (at == pattern.length || pattern[at] != wanted) return false;
        at++;
        return true;
    }

    private void require(int wanted) {
        if (!skip(wanted)) throw refused();
    }

    private PatternSyntaxException refused() {
        return new PatternSyntaxException(
                "may go on without a look at the text", new String(pattern, 0, pattern.length), at);
    }
}
