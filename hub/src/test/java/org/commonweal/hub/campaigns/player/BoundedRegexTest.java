package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.xpath.XPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static boolean matches(String text, String pattern) {
        return (boolean) new BoundedRegex().eval(new Object[] {text, pattern}, ANY);
    }
}
