/**
 * Spreadsheet form to ODK XForm.
 *
 * <p>{@link org.commonweal.xlsform.XlsForm} reads an XLSForm (.xlsx; xlsform.org) into a {@link
 * org.commonweal.xlsform.form.Form} and tells everything that is wrong with it, each fault with sheet, row and column.
 * {@link org.commonweal.xlsform.XForm} writes a form as the XML that ODK Collect, Enketo, ODK Web Forms and JavaRosa run
 * (ODK XForms specification, getodk.github.io/xforms-spec).
 *
 * <p>The rooms, each using only those below it:
 *
 * <ul>
 *   <li>{@code reading}: sheets to form, and all checks; {@code writing}: form to XML
 *   <li>{@code expression}: {@code ${name}} references, paths, XPath (JavaRosa's parser, and the reason why)
 *   <li>{@code sheet}: an untrusted file to sheets of text
 *   <li>{@code form}: the records all others speak in
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform;
