package org.commonweal.xlsform.form;

/**
 * Every rule that a spreadsheet can break: a stable code, how grave it is, and the English words.
 *
 * <p>In the words {0}, {1}… stand for the values of the {@link Fault}; whoever translates keeps the code and the numbers.
 */
public enum Rule {
    NOT_XLSX(
            Severity.ERROR,
            "this is not an .xlsx spreadsheet but {0}. Save it as «Excel workbook (.xlsx)» and send that."),
    DAMAGED_XLSX(
            Severity.ERROR,
            "this .xlsx is damaged: {0}. Open it in a spreadsheet program, save it again and send that."),
    TOO_LARGE(
            Severity.ERROR,
            "{0} is more than is read here: at most {1}. Send only the sheets ‹survey›, ‹choices› and ‹settings›."),
    UNSAFE_XML(
            Severity.ERROR,
            "its part ‹{0}› declares a document type, which no spreadsheet program writes. Save it again from one."),
    MORE_ERRORS(Severity.ERROR, "it has more than {0} errors; these are the first. Mend them and send it again."),
    MORE_WARNINGS(Severity.WARNING, "it has more than {0} warnings; these are the first."),
    CELL_ERROR(Severity.ERROR, "the formula gives {0}. Mend the formula or write the value itself."),

    MISSING_SHEET(Severity.ERROR, "there is no sheet ‹{0}›. Sheets there: {1}. Name one of them ‹{0}›."),
    SHEET_NOT_READ(
            Severity.ERROR,
            "sheet ‹{0}› is not yet read here, and the form would behave otherwise without it. Remove it and what refers to it."),
    LONG_FORM(Severity.ERROR, "{0} are more than is read here: at most {1}. Make several forms of it."),
    EMPTY_SHEET(Severity.ERROR, "it asks nothing. Write a header row (type, name, label) and a row for each question."),
    MISSING_COLUMN(Severity.ERROR, "there is no column ‹{0}›. Columns there: {1}. Add it to the header row."),
    DUPLICATE_COLUMN(Severity.ERROR, "columns ‹{0}› and ‹{1}› mean the same. Keep one of them."),
    UNKNOWN_COLUMN(Severity.WARNING, "column ‹{0}› is not known and left out. {1}"),
    COLUMN_LEFT_OUT(
            Severity.WARNING,
            "column ‹{0}› is not yet read here; the form works without it, but without what it adds."),
    COLUMN_NOT_READ(
            Severity.ERROR,
            "column ‹{0}› is not yet read here, and the form would behave otherwise without it. Empty this cell."),
    UNKNOWN_SETTING(Severity.WARNING, "setting ‹{0}› is not read here and left out. {1}"),

    MISSING_TYPE(
            Severity.ERROR, "the row has no type. Write one, such as text, integer or select_one, or empty the row."),
    UNKNOWN_TYPE(Severity.ERROR, "type ‹{0}› is not known. {1}"),
    TYPE_NOT_READ(Severity.ERROR, "type ‹{0}› is not yet read here. {1}"),
    TYPE_LEFT_OUT(Severity.WARNING, "type ‹{0}› is not read here; the row is left out."),
    MISSING_LIST(Severity.ERROR, "type ‹{0}› names a list that sheet ‹choices› does not have. Lists there: {1}."),
    MISSING_LIST_NAME(
            Severity.ERROR, "type ‹{0}› does not say which list. Write it behind: ‹{0} list_name›. Lists there: {1}."),
    OR_OTHER_NOT_READ(
            Severity.ERROR,
            "‹or_other› is not yet read here. Add a choice such as ‹other› to list ‹{0}› and a text question that is relevant when it is selected."),

    MISSING_NAME(Severity.ERROR, "the {0} has no name. Write one: letters, digits, hyphens, underscores, dots."),
    INVALID_NAME(
            Severity.ERROR,
            "name ‹{0}› cannot be used: it must begin with a letter (Latin, Greek, Cyrillic) or underscore and hold only such letters, digits, hyphens, underscores and dots. Try ‹{1}›."),
    DUPLICATE_NAME(Severity.ERROR, "name ‹{0}› was already given in row {1} of the same group. Choose another."),
    RESERVED_NAME(Severity.ERROR, "name ‹{0}› is kept for the hub. Choose another."),
    UNMATCHED_END(Severity.ERROR, "‹{0}› ends nothing: {1}."),
    UNCLOSED(Severity.ERROR, "‹{0}› of ‹{1}› is never ended. Add a row ‹{2}›."),
    TOO_DEEP(Severity.ERROR, "‹{0}› stands in more than {1} groups. Take some of them out."),
    EMPTY_GROUP(Severity.WARNING, "‹{0}› holds no questions and is left out."),
    MISSING_LABEL(
            Severity.WARNING,
            "‹{0}› has no label: people will see its name. Write the question into the label column."),
    MISSING_TRANSLATION(Severity.WARNING, "no words in {0}; those in {1} are shown instead."),
    MISSING_LANGUAGE_COLUMN(Severity.WARNING, "there is no column ‹{0}›; people who choose {1} see other words there."),
    LANGUAGE_WITHOUT_CODE(
            Severity.WARNING,
            "language ‹{0}› has no code. Add it in brackets so that pages can match it: ‹{0} (en)› if it were English."),
    UNKNOWN_DEFAULT_LANGUAGE(Severity.ERROR, "default_language ‹{0}› has no column. Languages there: {1}."),

    MISSING_CALCULATION(
            Severity.ERROR,
            "‹{0}› is a calculate without a calculation. Write what it computes into the column ‹calculation›."),
    UNKNOWN_REFERENCE(Severity.ERROR, "‹${{0}}› names no question, group or repeat. {1}"),
    AMBIGUOUS_REFERENCE(Severity.ERROR, "‹${{0}}› could mean rows {1}. Give them different names."),
    BROKEN_REFERENCE(
            Severity.ERROR,
            "‹{0}› is not a reference. Write it with a dollar sign, braces and a name, without spaces: {1}."),
    BROKEN_EXPRESSION(Severity.ERROR, "‹{0}› cannot be understood: {1}."),
    UNKNOWN_FUNCTION(Severity.ERROR, "function ‹{0}()› is not known. {1}"),
    LONE_OPERATOR(Severity.ERROR, "‹{0}› stands where a value should: something is missing beside it."),
    UNKNOWN_PATH(Severity.ERROR, "path ‹{0}› leads to no question. Refer to it by name instead."),
    UNKNOWN_CHOICE_COLUMN(Severity.ERROR, "the filter looks at ‹{0}›, which no choice of list ‹{1}› has. {2}"),
    CIRCULAR(Severity.ERROR, "‹{0}› depends on itself: {1}. Break the circle in one of these rows."),
    INVALID_DEFAULT(Severity.ERROR, "default ‹{0}› is not {1}."),
    INVALID_PARAMETER(Severity.ERROR, "parameters ‹{0}› cannot be understood: {1}."),
    PARAMETER_LEFT_OUT(Severity.WARNING, "parameter ‹{0}› is not read here and left out."),
    COUNT_OUTSIDE_REPEAT(Severity.WARNING, "a count has no meaning for ‹{0}›, which is not a repeat. Empty this cell."),
    CELL_HAS_NO_MEANING(Severity.WARNING, "column ‹{0}› has no meaning for a {1} and is left out."),

    MISSING_CHOICE_NAME(Severity.ERROR, "a choice of list ‹{0}› has no name. Write the value to be stored."),
    MISSING_CHOICE_LIST(
            Severity.ERROR, "choice ‹{0}› belongs to no list. Write the list's name into the column ‹list_name›."),
    QUOTE_IN_LIST_NAME(Severity.ERROR, "list name ‹{0}› holds a quote. Leave it out here and in sheet ‹survey›."),
    DUPLICATE_CHOICE(
            Severity.ERROR,
            "choice ‹{0}› of list ‹{1}› was already given in row {2}. Choose another name, or set allow_choice_duplicates to yes."),
    CHOICE_WITH_SPACE(
            Severity.ERROR,
            "choice ‹{0}› of list ‹{1}› has a space, but row {2} asks for several of them and spaces part them. Try ‹{3}›."),
    MISSING_CHOICE_LABEL(Severity.WARNING, "choice ‹{0}› of list ‹{1}› has no label: people will see its name."),

    MISSING_FORM_ID(Severity.WARNING, "there is no form_id; ‹{0}› is taken."),
    MISSING_VERSION(Severity.WARNING, "there is no version; ‹{0}› is taken."),
    MISSING_TITLE(Severity.WARNING, "there is no form_title; ‹{0}› is taken.");

    /** Whether the form can be used all the same. */
    public enum Severity {
        /** It cannot. */
        ERROR,
        /** It can, but its author would want to know. */
        WARNING
    }

    private final Severity severity;
    private final String words;

    Rule(Severity severity, String words) {
        this.severity = severity;
        this.words = words;
    }

    public Severity severity() {
        return severity;
    }

    /** The English words, with {0}, {1}… for the values of a fault. */
    public String words() {
        return words;
    }
}
