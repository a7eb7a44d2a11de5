package org.commonweal.xlsform.form;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A language of a form, named as in the column headers: {@code label::English (en)} gives {@code English (en)}.
 *
 * <pre>{@code
 * new Language("English (en)").code();   // Optional[en]
 * new Language("Kiswahili").code();      // Optional.empty
 * }</pre>
 *
 * @param name the part of the header behind {@code ::}, or {@link #DEFAULT} for columns that name no language
 */
public record Language(String name) {

    /** What the words of a plain {@code label} column are filed under when no default language is set. */
    public static final String DEFAULT = "default";

    // A BCP 47 tag in brackets at the end, as XLSForm asks for: language, then script, region or variant.
    private static final Pattern CODE = Pattern.compile("\\(([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\\)$");

    /** The BCP 47 code in brackets at the end of the name. */
    public Optional<String> code() {
        var matcher = CODE.matcher(name);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The name without its code: {@code English}. */
    public String title() {
        return CODE.matcher(name).replaceFirst("").strip();
    }

    /** Whether somebody who says {@code nameOrCode} means this language. */
    public boolean answersTo(String nameOrCode) {
        return name.equalsIgnoreCase(nameOrCode)
                || title().equalsIgnoreCase(nameOrCode)
                || code().filter(nameOrCode::equalsIgnoreCase).isPresent();
    }
}
