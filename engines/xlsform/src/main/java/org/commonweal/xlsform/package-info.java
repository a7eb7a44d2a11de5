/** Spreadsheet form to ODK XForm. */
@org.jspecify.annotations.NullMarked
package org.commonweal.xlsform;
