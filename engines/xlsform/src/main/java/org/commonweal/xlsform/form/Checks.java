package org.commonweal.xlsform.form;

/**
 * What an answer must satisfy.
 *
 * @param required XPath under which an answer must be given: {@code true()}, or a condition; empty for never
 * @param requiredMessage what is said when it is missing
 * @param constraint XPath that an answer, {@code .}, must satisfy; empty for none
 * @param constraintMessage what is said when it does not
 */
public record Checks(String required, Text requiredMessage, String constraint, Text constraintMessage) {

    /** Any answer will do, and none. */
    public static final Checks NONE = new Checks("", Text.NONE, "", Text.NONE);
}
