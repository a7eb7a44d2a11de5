package org.commonweal.xlsform.expression;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XPathReference;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.XPathException;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathArithExpr;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFilterExpr;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathStep;
import org.javarosa.xpath.expr.XPathUnaryOpExpr;
import org.javarosa.xpath.parser.XPathSyntaxException;

/**
 * A parsed XPath expression (XPath 1.0 with the additions of the ODK XForms specification).
 *
 * <pre>{@code
 * var xpath = XPath.parse("../age > 17 and selected(/data/jobs, 'none')");
 * xpath.functions();                     // [selected]
 * xpath.dependencies("/data/member/x");  // [/data/member/age, /data/jobs]
 * }</pre>
 */
public final class XPath {

    private final XPathExpression root;
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<String> childNames = new LinkedHashSet<>();
    private boolean arithmetic;
    private boolean slashAlone;

    private XPath(XPathExpression root) {
        this.root = root;
        walk(root);
    }

    /**
     * Parses an expression without <code>${…}</code>.
     *
     * @throws BrokenExpressionException when JavaRosa cannot parse it, or it is beyond {@link ExpressionBounds}
     */
    public static XPath parse(String expression) throws BrokenExpressionException {
        ExpressionBounds.require(expression);
        try {
            var xpath = new XPath(XPathParseTool.parseXPath(expression));
            // JavaRosa takes it here, and fails on it when the form is loaded.
            if (xpath.slashAlone) {
                throw new BrokenExpressionException("one of its paths is a slash alone, which names no question");
            }
            return xpath;
        } catch (XPathSyntaxException | XPathException e) {
            throw new BrokenExpressionException(reason(e));
        } catch (RuntimeException e) {
            // The parser meets some input, such as a lone bracket, with an index out of bounds.
            throw new BrokenExpressionException("it ends too early or has a bracket or quote too many");
        }
    }

    /** Names of all functions called, prefixes included. */
    public Set<String> functions() {
        return functions;
    }

    /** Names that stand alone as a path, {@code region} in {@code region = 'north'}: in a choice filter, its columns. */
    public Set<String> childNames() {
        return childNames;
    }

    /** Whether it computes with {@code + - * div mod}. */
    public boolean isArithmetic() {
        return arithmetic;
    }

    /**
     * The absolute paths whose change changes the value, found as JavaRosa finds them; paths into choice lists are left
     * out.
     *
     * @param context absolute path of the item that the expression belongs to
     * @throws BrokenExpressionException when a path goes above the root or along an axis that JavaRosa does not know
     */
    public Set<String> dependencies(String context) throws BrokenExpressionException {
        try {
            var from = XPathReference.getPathExpr(context).getReference();
            return new XPathConditional(root)
                    .getTriggers(from).stream()
                            .filter(r -> r.getInstanceName() == null)
                            .map(TreeReference::genericize)
                            .map(r -> r.toString(false))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (RuntimeException e) {
            throw new BrokenExpressionException("one of its paths leads out of the form or is not supported");
        }
    }

    private static String reason(Exception e) {
        var message = e.getMessage();
        if (message == null || message.isBlank()) return "it is not XPath";
        // The parser names its own classes where an operator lacks its value.
        return message.contains("org.javarosa") ? "a value is missing beside one of its signs" : message.strip();
    }

    private void walk(XPathExpression expression) {
        switch (expression) {
            case XPathFuncExpr call -> {
                functions.add(call.id.toString());
                walk(call.args);
            }
            case XPathBinaryOpExpr both -> {
                arithmetic |= both instanceof XPathArithExpr;
                walk(both.a, both.b);
            }
            case XPathUnaryOpExpr one -> walk(one.a);
            case XPathFilterExpr filter -> {
                walk(filter.x);
                walk(filter.predicates);
            }
            case XPathPathExpr path -> walkPath(path);
            default -> {}
        }
    }

    private void walk(XPathExpression... expressions) {
        for (var expression : expressions) {
            walk(expression);
        }
    }

    private void walkPath(XPathPathExpr path) {
        if (path.init_context == XPathPathExpr.INIT_CONTEXT_EXPR) {
            walk(path.filtExpr);
        }
        var isChild = path.init_context == XPathPathExpr.INIT_CONTEXT_RELATIVE
                && path.steps.length == 1
                && path.steps[0].axis == XPathStep.AXIS_CHILD
                && path.steps[0].test == XPathStep.TEST_NAME;
        if (isChild) {
            childNames.add(path.steps[0].name.toString());
        }
        slashAlone |= path.init_context == XPathPathExpr.INIT_CONTEXT_ROOT && path.steps.length == 0;
        for (var step : path.steps) {
            walk(step.predicates);
        }
    }
}
