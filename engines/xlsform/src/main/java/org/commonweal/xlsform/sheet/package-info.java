/**
 * An uploaded file as sheets of text: nothing of it is trusted before it is checked.
 *
 * <p>{@link org.commonweal.xlsform.sheet.Workbook#read} goes three steps. {@code Archive} unpacks the zip within bounds
 * (bytes, entries, ratio), so that no bomb goes off; {@code PartCheck} walks each XML part and refuses document types and
 * cells beyond the edge of a sheet, so that no entity is resolved and no row grows without end; then the checked parts,
 * packed anew, go to the spreadsheet library, which therefore sees exactly what was checked. {@code CellText} renders
 * numbers, dates and truth values as a form author means them: {@code 1}, not {@code 1.0}.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform.sheet;
