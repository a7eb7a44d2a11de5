package org.commonweal.xlsform.expression;

/**
 * How long and deep an expression may be.
 *
 * <p>JavaRosa's parser descends once for each operator and bracket, and takes quadratic time. With a stack of 512 kB it
 * failed at 1,500 operators in a row and at 800 brackets; with these bounds it needs less than half of that and 0.3 s.
 */
final class ExpressionBounds {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_OPERATORS = 750;
    private static final int MAX_STEPS = 4_000;
    private static final int MAX_DEPTH = 200;

    private ExpressionBounds() {}

    static void require(String expression) throws BrokenExpressionException {
        if (expression.length() > MAX_LENGTH) {
            throw new BrokenExpressionException("it is longer than " + MAX_LENGTH + " characters");
        }
        // Hyphens within names count too: what is bounded is work, not meaning.
        if (count(expression, "+-*<>=!|") + expression.split("\\b(and|or|div|mod)\\b", -1).length > MAX_OPERATORS) {
            throw new BrokenExpressionException(
                    "it has more than " + MAX_OPERATORS + " operators. Compute parts apart");
        }
        if (count(expression, "/,([") > MAX_STEPS) {
            throw new BrokenExpressionException("it has more than " + MAX_STEPS + " steps. Compute parts apart");
        }
        requireShallow(expression);
    }

    private static void requireShallow(String expression) throws BrokenExpressionException {
        var depth = 0;
        for (var i = 0; i < expression.length(); i++) {
            depth += "([".indexOf(expression.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]".indexOf(expression.charAt(i)) >= 0 ? 1 : 0;
            if (depth > MAX_DEPTH) {
                throw new BrokenExpressionException("its brackets are nested more than " + MAX_DEPTH + " deep");
            }
        }
    }

    private static long count(String expression, String symbols) {
        return expression.chars().filter(c -> symbols.indexOf(c) >= 0).count();
    }
}
