package org.commonweal.hub.directory.dsi4eu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamSignsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Assignment Writing Service      |                             | offers to write for students
            Pak SEO Company                 |                             | sells advertising or design
            Museo della Guerra              |                             | -
            Lobby watch                     | one essay only              | -
            Good students                   | essay, essay and essay      | offers to write for students
            Coding: skills into cash        |                             | promises money
            Neighbours' food bank           |                             | -
            """)
    void makeCandidates(String name, String story, String why) {
        assertThat(SpamSigns.read().find(name, story == null ? "" : story).orElse("-"))
                .isEqualTo(why);
    }
}
