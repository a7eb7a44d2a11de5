package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.xpath.XPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedRegexTest {
    private static final EvaluationContext ANY = new EvaluationContext(null);

    @ParameterizedTest
    @CsvSource({
        "W-12,     [A-Z]-[0-9]+,        true",
        "W-12 b,   [A-Z]-[0-9]+,        false",
        "x W-12,   [A-Z]-[0-9]+,        false",
        "'',       [0-9]*,              true",
        "بئر,       '\\p{IsArabic}{3}', true",
        "aaa,      (a+)+$,              true",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab, (a+)+$, false",
    })
    void matchesTheWholeText(String text, String pattern, boolean matches) {
        assertThat(matches(text, pattern)).isEqualTo(matches);
    }

    @Test
    void readsALongTextToItsEnd() {
        assertThat(matches("word ".repeat(20_000), "(?:\\w++\\s)++")).isTrue();
    }

    // Each would look at a character billions of times, overflow the stack, or is no pattern.
    @ParameterizedTest
    @CsvSource({"a, 50, (a+)+\\1$", "'a,', 5000, '.*,.*,.*,.*;'", "ab, 50000, (a|b)*", "a, 1, ("})
    void givesUp(String piece, int times, String pattern) {
        assertThatExceptionOfType(XPathException.class)
                .isThrownBy(() -> matches(piece.repeat(times) + "!", pattern))
                .withMessageContaining("A pattern of this form");
    }

    /** Each would go on for years without looking at a single character, so that nothing counts its steps. */
    @ParameterizedTest
    @MethodSource
    void refusesWhatWouldNeverLook(String pattern) {
        assertThatExceptionOfType(XPathException.class)
                .isThrownBy(() -> matches("", pattern))
                .withMessageContaining("A pattern of this form");
    }

    static Stream<String> refusesWhatWouldNeverLook() {
        return Stream.of(
                "((){2147483647}){2147483647}",
                "((?:^){2147483647}){2147483647}",
                "(((){9}){999}){999}",
                "((?=a|){2147483647}){2147483647}",
                "(|)".repeat(60) + "x",
                "(a?)?".repeat(60) + "x",
                "(?:a|b*|c*)".repeat(60) + "x",
                "(a*|b*){60}x",
                "((?:a?)?(?:b?)?){30}x",
                "(\\x41?|\\u0042?|\\p{L}?|\\pL?)".repeat(30) + "x",
                "()()()()()()()()()()(\\10){2147483647}",
                "(\\01?|\\02?)".repeat(60) + "x",
                "(\\cA?|\\cB?)".repeat(60) + "x",
                "(\uD83D\uDE00?|\uD83D\uDE01?)".repeat(60) + "x",
                "(\\uD83D\\uDE00?|\\uD83D\\uDE01?)".repeat(60) + "x",
                "(?x)[#]\n(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x",
                "[\\Q]\\E]" + "(|)".repeat(60) + "x",
                "[]a]?" + "(|)".repeat(60) + "x]",
                "[a[b]]?" + "(|)".repeat(60) + "x]");
    }

    /** As authors write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "0612345678; ^\\d{10}$",
                "+33 (612) 345-6789; ^(\\+?\\d{1,3}[- ]?)?\\(?\\d{3}\\)?[- ]?\\d{3}[- ]?\\d{4}$",
                "a.b@example.org; ^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$",
                "29/02/2024; (0?[1-9]|[12][0-9]|3[01])[/-](0?[1-9]|1[012])[/-](19|20)\\d\\d",
                "192.168.0.1; ((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}",
                "Abc1; ^(?=.*[A-Z])(?=.*[0-9])(?!.*xx)[A-Za-z0-9]{3,}$",
                "Jean-Luc d'Or; (?i)[a-zéèà]+([ '-][a-z]+)*",
                "AB 12 AB; (?<code>[A-Z]{2})\\s\\d{2}\\s\\k<code>",
                "W-1; (?:W|P|S)-\\p{N}(?<!0)",
                "red,blue,red; (?:(?:red|green|blue|yellow|black|white)(?:,|$))+",
                "x41; [\\x41-\\x5A\\u0061-z]\\p{Nd}{2,2147483647}",
                "a b  c; \\s*(?:[a-z]+\\s*){1,50}",
            })
    void worksWithWhatAuthorsWrite(String text, String pattern) {
        assertThat(matches(text, pattern)).isTrue();
    }

    @Test
    void worksWithALongPattern() {
        assertThat(matches("ab?".repeat(500), "ab\\?".repeat(500))).isTrue();
    }

    private static boolean matches(String text, String pattern) {
        return (boolean) new BoundedRegex().eval(new Object[] {text, pattern}, ANY);
    }
}
