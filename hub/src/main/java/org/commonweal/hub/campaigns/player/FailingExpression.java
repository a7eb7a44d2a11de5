package org.commonweal.hub.campaigns.player;

import org.javarosa.xpath.XPathException;

/** An expression of the form that can't be evaluated, or repeats without an end: the mistake of its author, not of the hub. */
final class FailingExpression {
    private FailingExpression() {}

    /** Whether that is what happened; JavaRosa wraps it where a calculation follows from an answer. */
    static boolean is(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof XPathException || cause instanceof Repetitions.TooManyException) return true;
        return false;
    }
}
