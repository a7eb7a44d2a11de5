package org.commonweal.xlsform.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads along an expression and tells in what surroundings a position stands. It only needs to be asked from left to
 * right.
 */
final class Scan {

    /**
     * Surroundings of a position.
     *
     * @param inLiteral within quotes
     * @param inInstancePredicate within the brackets of {@code instance(…)[…]}, where {@code .} is a choice
     * @param wantsAbsolute an argument of {@code indexed-repeat} that must name a node in all repetitions
     */
    record Place(boolean inLiteral, boolean inInstancePredicate, boolean wantsAbsolute) {}

    private static final String INDEXED_REPEAT = "indexed-repeat";

    /** An open bracket: the function before it, and how many commas were passed. */
    private static final class Open {
        private final String function;
        private final boolean instancePredicate;
        private int argument;

        Open(String function, boolean instancePredicate) {
            this.function = function;
            this.instancePredicate = instancePredicate;
        }
    }

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int next;
    private char quote;

    Scan(String text) {
        this.text = text;
    }

    Place at(int position) {
        for (; next < position; next++) {
            step(text.charAt(next));
        }
        var inPredicate = open.stream().anyMatch(o -> o.instancePredicate);
        return new Place(quote != 0, inPredicate, wantsAbsolute());
    }

    private void step(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
            return;
        }
        switch (c) {
            case '\'', '"' -> quote = c;
            case '(' -> open.push(new Open(wordBefore(), false));
            case '[' -> open.push(new Open("", text.lastIndexOf("instance(", next) >= 0));
            case ')', ']' -> open.poll();
            case ',' -> {
                if (open.peek() != null) {
                    open.peek().argument++;
                }
            }
            default -> {}
        }
    }

    // indexed-repeat(node, repeat, index, repeat, index…): arguments 2, 4, 6 are evaluated where the asker stands.
    private boolean wantsAbsolute() {
        var inner = open.peek();
        return inner != null
                && inner.function.equals(INDEXED_REPEAT)
                && (inner.argument == 0 || inner.argument % 2 == 1);
    }

    private String wordBefore() {
        var end = text.substring(0, next).stripTrailing().length();
        var start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
            start--;
        }
        return text.substring(start, end);
    }
}
