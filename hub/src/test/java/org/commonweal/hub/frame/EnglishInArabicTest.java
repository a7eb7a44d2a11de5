package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A sentence that there is in English alone runs from left to right on a page that runs from right to left. */
class EnglishInArabicTest {
    private static final String OWNERS = "campaigns.review.share";
    private static final String EVERYBODYS = "evidence.unacted";

    @Test
    void isIsolatedWithItsFullStop() throws Exception {
        Words words = new Words();
        assertThat(words.say(Locale.of("ar"), OWNERS)).isEqualTo("\u2066To the campaign\u2069");
        assertThat(words.say(Locale.of("ar"), "campaigns.review.count", 3)).isEqualTo("\u20663 submissions\u2069");
        assertThat(words.say(Locale.of("ar"), EVERYBODYS)).doesNotStartWith("\u2066");
        assertThat(words.say(Locale.FRENCH, OWNERS)).isEqualTo("To the campaign");
    }
}
