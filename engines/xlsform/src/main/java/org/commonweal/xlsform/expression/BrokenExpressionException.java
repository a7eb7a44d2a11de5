package org.commonweal.xlsform.expression;

/** An expression that JavaRosa cannot parse; the message says why, without the expression itself. */
public final class BrokenExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenExpressionException(String why) {
        super(why);
    }
}
