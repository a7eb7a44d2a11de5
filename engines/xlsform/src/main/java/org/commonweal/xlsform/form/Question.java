package org.commonweal.xlsform.form;

import java.util.Map;

/**
 * One value of a submission: asked, computed or noted by the client.
 *
 * @param node name, path, label and when it is asked
 * @param type what kind of value
 * @param list name of the choice list of a select, else empty
 * @param choiceFilter XPath over the choice's columns that keeps a choice; empty keeps all
 * @param hint words that help to answer
 * @param checks what an answer must satisfy
 * @param calculation XPath that computes the value; empty for values that people enter
 * @param defaultValue the value before anybody answers: plain text, or an XPath when {@link #defaultIsDynamic}
 * @param defaultIsDynamic whether the default is to be evaluated when the form, or the repeat, is opened
 * @param parameters the {@code parameters} column, {@code start=1 end=5 step=1}; under {@code unit} the column of that
 *     name, such as {@code µg/m³}, which is not written into the form
 */
public record Question(
        Node node,
        QuestionType type,
        String list,
        String choiceFilter,
        Text hint,
        Checks checks,
        String calculation,
        String defaultValue,
        boolean defaultIsDynamic,
        Map<String, String> parameters)
        implements Item {

    public Question {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Whether somebody sees it: a computed value without words of its own, or one the client notes by itself, stays
     * unseen.
     */
    public boolean isShown() {
        var silent = !calculation.isEmpty() && label().isEmpty() && hint.isEmpty();
        return type.control() != QuestionType.Control.NONE && !silent;
    }
}
