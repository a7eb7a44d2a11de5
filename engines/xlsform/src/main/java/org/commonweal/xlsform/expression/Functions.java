package org.commonweal.xlsform.expression;

import java.util.Set;

/** The functions that a form may call: XPath 1.0 as JavaRosa 6 has it, with the additions of the ODK XForms specification. */
public final class Functions {

    private static final Set<String> KNOWN = Set.of(
            // logic
            "if",
            "coalesce",
            "once",
            "true",
            "false",
            "boolean",
            "boolean-from-string",
            "not",
            "depend",
            // text
            "string",
            "concat",
            "join",
            "regex",
            "contains",
            "starts-with",
            "ends-with",
            "substr",
            "substring-before",
            "substring-after",
            "string-length",
            "normalize-space",
            "translate",
            "digest",
            "base64-decode",
            "extract-signed",
            "uuid",
            "version",
            // numbers
            "number",
            "int",
            "round",
            "abs",
            "pow",
            "log",
            "log10",
            "exp",
            "exp10",
            "sqrt",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "pi",
            "random",
            "min",
            "max",
            "sum",
            "count",
            "count-non-empty",
            // dates
            "today",
            "now",
            "date",
            "date-time",
            "decimal-date-time",
            "decimal-time",
            "format-date",
            "format-date-time",
            // choices
            "selected",
            "is-selected",
            "selected-at",
            "count-selected",
            "checklist",
            "weighted-checklist",
            "randomize",
            "jr:choice-name",
            "jr:itext",
            // nodes
            "position",
            "indexed-repeat",
            "instance",
            "current",
            "id",
            "property",
            // places
            "area",
            "distance",
            "geofence",
            "enclosed-area");

    private Functions() {}

    public static Set<String> listKnown() {
        return KNOWN;
    }
}
