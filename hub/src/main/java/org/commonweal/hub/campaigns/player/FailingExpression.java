package org.commonweal.hub.campaigns.player;

import java.util.function.Supplier;
import org.javarosa.xpath.XPathException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An expression of the form that can't be evaluated, or repeats without an end: the mistake of its author, not of the hub.
 *
 * @param kind the last part of the key of the author's words
 * @param question whose it is, by its name in the form; empty when nobody knows
 */
record FailingExpression(String kind, String question) {
    private static final Logger LOG = LoggerFactory.getLogger(FailingExpression.class);

    /** Whether that is what happened; JavaRosa wraps it where a calculation follows from an answer. */
    static boolean is(RuntimeException thrown) {
        return find(thrown) != null;
    }

    /**
     * Makes a page of a form. What its author wrote may fail where no single answer is to blame: in a label, a list, or at
     * the beginning.
     *
     * @throws StoppedException when it does
     */
    static <T> T withForm(Guest guest, Supplier<T> page) {
        try {
            return page.get();
        } catch (RuntimeException thrown) {
            FailingExpression failing = find(thrown);
            if (failing == null) throw thrown;
            // Its own message may quote answers.
            LOG.warn(
                    "An expression of the form of campaign {} can't be evaluated",
                    guest.campaign().id());
            throw StoppedException.broken(guest, failing);
        }
    }

    private static @Nullable FailingExpression find(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Repetitions.TooManyException) return new FailingExpression("repetitions", "");
            if (cause instanceof BoundedRegex.UnworkableException) return new FailingExpression("pattern", "");
            if (cause instanceof XPathException failing) return of(failing);
        }
        return null;
    }

    // JavaRosa says where as «Calculate expression for /data/well[1]/feet».
    private static FailingExpression of(XPathException failing) {
        String source = failing.getSource() == null ? "" : failing.getSource();
        String question = source.replaceAll("\\[\\d+]", "").replaceFirst("^.*/", "");
        if (source.startsWith("Calculate ")) return new FailingExpression("calculation", question);
        if (source.startsWith("Condition ")) return new FailingExpression("condition", question);
        return new FailingExpression("other", "");
    }
}
