package org.commonweal.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages say when there is nothing to show, and where they lead from there. */
@HubTest
class EmptyPlacesTest {
    @LocalServerPort
    int port;

    @Test
    void aFilterThatThereIsNotIsNotAnEmptyHub() {
        assertThat(page("/campaigns?state=zzz&page=99999"))
                .contains("Nothing found", "href=\"/campaigns\">Show all")
                .doesNotContain("No campaign yet");
    }

    @Test
    void aPageAfterTheLastLeadsBackToTheFirst() {
        assertThat(page("/style/list?page=9999"))
                .contains("The list is shorter than that", "href=\"/style/list\">To the first page");
        assertThat(page("/style/list")).doesNotContain("The list is shorter than that");
    }

    @Test
    void aSearchWithoutWordsOffersTheLists() {
        assertThat(page("/search"))
                .contains("You search all of this hub", ">Organisations</bdi></a>", ">Findings</bdi></a>");
        assertThat(page("/search?q=zzzunheardof")).contains("No room of this hub knows", ">Organisations</bdi></a>");
    }

    @Test
    void aLongSearchIsCutBetweenLettersAndNotWithinOne() {
        String asked = "a".repeat(199) + "\ud83c\udf3e\ud83c\udf3e";
        assertThat(page("/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)))
                .contains("value=\"" + "a".repeat(199) + "\ud83c\udf3e\"");
    }

    private String page(String path) {
        return new Visitor(port)
                .get(path + (path.contains("?") ? "&" : "?") + "lang=en")
                .body();
    }
}
