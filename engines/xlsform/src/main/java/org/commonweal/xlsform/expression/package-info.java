/**
 * Expressions as authors write them, and the XPath that clients run.
 *
 * <p>{@link org.commonweal.xlsform.expression.References} finds <code>${name}</code>, {@link
 * org.commonweal.xlsform.expression.Paths} knows where each name stands and turns references into paths, and {@link
 * org.commonweal.xlsform.expression.XPath} parses the outcome.
 *
 * <p>The parser is JavaRosa's own: it is what runs the forms, in the hub and in ODK Collect, so an expression that it
 * does not understand is wrong whatever another grammar says. That is why this engine depends on JavaRosa in its main
 * code; only this package does.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform.expression;
