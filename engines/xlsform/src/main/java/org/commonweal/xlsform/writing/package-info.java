/**
 * From a form to the XML that clients run (ODK XForms specification, getodk.github.io/xforms-spec).
 *
 * <p>{@link org.commonweal.xlsform.writing.FormWriter} lays the document out; {@code Instances} writes the empty submission
 * and the choice lists, {@code Binds} the types and conditions, {@code Body} the questions, {@code Words} labels and their
 * translations. {@code Element} is a small XML tree that escapes by itself.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform.writing;
