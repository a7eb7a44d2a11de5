package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonweal.xlsform.form.Language;

/**
 * The language in which a form speaks.
 *
 * @param name as the form has it
 * @param code for the page's markup, null when the form does not tell
 * @param direction {@code ltr}, {@code rtl} or {@code auto}
 */
public record Tongue(
        String name, @org.jspecify.annotations.Nullable String code, String direction) {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "fa", "ur", "he", "ps", "sd", "ug", "yi", "dv", "ckb");

    /**
     * The language somebody chose for this form, else the one they read the hub in, else the form's first.
     *
     * @param chosen a name as the form has it, empty when nobody chose
     */
    static Optional<Language> choose(List<Language> languages, String chosen, String reader) {
        return languages.stream()
                .filter(language -> language.name().equals(chosen))
                .findFirst()
                .or(() -> languages.stream()
                        .filter(language -> language.answersTo(reader)
                                || language.answersTo(Locale.of(reader).getDisplayLanguage(Locale.ENGLISH)))
                        .findFirst())
                .or(() -> languages.stream().findFirst());
    }

    static Tongue of(Optional<Language> language) {
        String name = language.map(Language::name).orElse("");
        String code = language.flatMap(Language::code).orElse(null);
        if (code == null) return new Tongue(name, null, "auto");
        boolean rightToLeft = RIGHT_TO_LEFT.contains(Locale.forLanguageTag(code).getLanguage());
        return new Tongue(name, code, rightToLeft ? "rtl" : "ltr");
    }
}
