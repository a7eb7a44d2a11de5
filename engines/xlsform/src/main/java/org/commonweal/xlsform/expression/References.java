package org.commonweal.xlsform.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds <code>${name}</code> in expressions and in labels. */
public final class References {

    // No part of these patterns can match the same characters in two ways: cells may be long, and made to be slow.
    static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}]*)}");
    // What somebody wrote who meant a reference: spaces before the brace, or a brace that is never closed.
    private static final Pattern BROKEN = Pattern.compile("\\$\\s+\\{[^}$]*}|\\$\\{[^}$]*(?:\\$|$)");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!\\{)[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private References() {}

    /** The names referred to, in order, with repetitions. */
    public static List<String> listNames(String text) {
        return REFERENCE.matcher(text).results().map(References::name).toList();
    }

    /** The name within a reference that was found. */
    public static String name(MatchResult reference) {
        return reference.group(1).strip();
    }

    /** Where the references stand. */
    public static List<MatchResult> matches(String text) {
        return REFERENCE.matcher(text).results().toList();
    }

    /** The name, when the whole text is one reference. */
    public static Optional<String> findOnly(String text) {
        var whole = REFERENCE.matcher(text.strip());
        return whole.matches() ? Optional.of(name(whole.toMatchResult())) : Optional.empty();
    }

    public static boolean hasAny(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** The first piece of a label that looks like a reference but is none. */
    public static Optional<String> findBroken(String label) {
        return BROKEN.matcher(label).results().map(m -> m.group()).findFirst();
    }

    /** As {@link #findBroken}, and {@code $name} too, which in an expression can mean nothing else. */
    public static Optional<String> findBrokenInExpression(String expression) {
        var variable =
                VARIABLE.matcher(expression).results().map(m -> m.group()).findFirst();
        return findBroken(expression).or(() -> variable);
    }
}
