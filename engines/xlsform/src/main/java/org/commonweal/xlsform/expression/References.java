package org.commonweal.xlsform.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds <code>${name}</code> in expressions and in labels. */
public final class References {

    static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^${}]*?)\\s*}");
    // What somebody wrote who meant a reference: never closed, or closed but never opened rightly.
    private static final Pattern BROKEN = Pattern.compile("\\$\\s*\\{[^}]*$|\\$\\s+\\{[^}]*}|\\$\\{[^}]*\\$");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!\\{)[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private References() {}

    /** The names referred to, in order, with repetitions. */
    public static List<String> listNames(String text) {
        return REFERENCE.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /** Where the references stand; group 1 is the name. */
    public static List<MatchResult> matches(String text) {
        return REFERENCE.matcher(text).results().toList();
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
