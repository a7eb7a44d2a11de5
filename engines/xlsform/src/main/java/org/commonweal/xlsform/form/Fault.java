package org.commonweal.xlsform.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One broken rule, with the cell it was broken in.
 *
 * <pre>{@code
 * fault.message();  // Row 14 of sheet ‹survey›, column ‹type›: ‹select_one colors› names a list that sheet
 *                   // ‹choices› does not have. Lists there: colours, sizes.
 * fault.rule();     // MISSING_LIST: the code to translate by, with fault.values() for the {0}, {1}… of its words
 * }</pre>
 *
 * @param rule which rule, and by it whether the form can be used all the same
 * @param sheet name of the sheet as in the file; empty when the whole file is meant
 * @param row row as spreadsheets count, from 1; 0 when the whole sheet is meant
 * @param column header of the column as written; empty when the whole row is meant
 * @param values the offender first, then what helps: put into the rule's words at {0}, {1}…
 */
public record Fault(Rule rule, String sheet, int row, String column, List<String> values) {

    private static final Pattern END = Pattern.compile("[.!]$");
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    public Fault {
        values = List.copyOf(values);
    }

    /** A fault of the whole file. */
    public static Fault ofFile(Rule rule, String... values) {
        return new Fault(rule, "", 0, "", List.of(values));
    }

    /** A fault of a whole sheet. */
    public static Fault ofSheet(Rule rule, String sheet, String... values) {
        return new Fault(rule, sheet, 0, "", List.of(values));
    }

    /** Whether the form cannot be used before this is mended; otherwise it is a warning. */
    public boolean isError() {
        return rule.severity() == Rule.Severity.ERROR;
    }

    /** Place, rule, offender and way out in one English sentence or two. */
    public String message() {
        return place() + ": " + filled();
    }

    /** Rule, offender and way out as a sentence of their own, for who shows the place beside them. */
    public String words() {
        var words = filled();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String filled() {
        // One pass, so that a value that itself holds «{1}» is left as it is.
        var words = SLOT.matcher(rule.words())
                .replaceAll(slot -> Matcher.quoteReplacement(
                        value(slot.group(1), rule.words().substring(slot.end()))));
        return words.strip();
    }

    // A reason that is a sentence already ends the sentence that it is put into.
    private String value(String slot, String after) {
        var value = values.get(Integer.parseInt(slot));
        return after.startsWith(".") ? END.matcher(value).replaceFirst("") : value;
    }

    private String place() {
        if (sheet.isEmpty()) {
            return "The file";
        }
        var inSheet = row == 0 ? "Sheet ‹" + sheet + "›" : "Row " + row + " of sheet ‹" + sheet + "›";
        return column.isEmpty() ? inSheet : inSheet + ", column ‹" + column + "›";
    }
}
