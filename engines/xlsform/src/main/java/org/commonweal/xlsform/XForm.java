package org.commonweal.xlsform;

import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.writing.FormWriter;

/**
 * Writes forms as ODK XForms.
 *
 * <pre>{@code
 * var served = new Consent("3", consentWords).before(form).identifiedAs("wells", "7");
 * String xml = XForm.write(served);
 * }</pre>
 */
public final class XForm {

    private XForm() {}

    /**
     * The form as an XML document, to be sent as UTF-8.
     *
     * <p>Answers stand under {@code /data}, at the paths that the form's items say; beside them {@code orx:meta} holds
     * {@code orx:instanceID}, and {@code orx:instanceName} when the form has one.
     *
     * @throws IllegalArgumentException when an expression names an item that the form does not have; forms that were read
     *     from a spreadsheet have been checked for that
     */
    public static String write(Form form) {
        return FormWriter.write(form);
    }
}
