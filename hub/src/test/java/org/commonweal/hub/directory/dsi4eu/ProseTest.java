package org.commonweal.hub.directory.dsi4eu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>One</p><p>two &amp; three</p>              | One⏎⏎two & three
            <ul><li>wells</li><li>pumps</li></ul>         | • wells⏎• pumps
            caf&eacute; &nbsp; d&rsquo;angle              | café d’angle
            <script>alert(1)</script>quiet                | quiet
            <p onclick="x()">a<iframe src="//b"></iframe></p> | a
            a < b and b > c                               | a < b and b > c
            one\\r\\r\\ntwo                               | one⏎two
            one\\r\\n\\r\\n\\r\\n\\r\\ntwo                | one⏎⏎two
            much      space                               | much space
            bad\\u0000 \\u0007letters                     | bad letters
            Read more at: http://x.org/#sthash.Ab1.dpuf   | ``
            3357#sthash.uEWq.dpuf                         | ``
            """)
    void becomesPlain(String text, String plain) {
        String typed = text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\u0000", "\0")
                .replace("\\u0007", "\7");
        assertThat(Prose.paragraphs(typed).replace("\n", "⏎")).isEqualTo(plain);
    }
}
