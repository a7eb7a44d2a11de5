/**
 * The form as a tree of plain records: what was asked, in which languages, with which choices.
 *
 * <p>{@link org.commonweal.xlsform.form.Form} is the root; its {@link org.commonweal.xlsform.form.Item items} are
 * questions, groups and repeats. Expressions stay as their author wrote them ({@code ${age} > 17}); the writer turns
 * the references into paths. {@link org.commonweal.xlsform.form.Fault} says what is wrong with a spreadsheet, and
 * {@link org.commonweal.xlsform.form.Rule} names every rule it can break.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform.form;
