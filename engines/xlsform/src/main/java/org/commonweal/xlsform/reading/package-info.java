/**
 * From sheets of text to a form, telling everything that is wrong at once.
 *
 * <p>{@link org.commonweal.xlsform.reading.FormReader} goes in this order: {@code SettingsReader}, {@code Languages} (which
 * ones the headers name), {@code ChoicesReader}, {@code SurveyReader} (rows to a tree, one row at a time), and then the
 * checks that need the whole tree: {@code NameCheck}, {@code ReferenceCheck} (expressions and labels), {@code CycleCheck},
 * {@code TranslationCheck}. Nobody throws: every step adds to the one list of {@code Faults} and goes on with what makes
 * sense, so that one upload tells its author all there is to mend.
 *
 * <p>Facts follow the XLSForm reference (xlsform.org) and what ODK's own converter accepts: {@code Headers} holds the names
 * of columns, {@code TypeNames} those of types.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform.reading;
