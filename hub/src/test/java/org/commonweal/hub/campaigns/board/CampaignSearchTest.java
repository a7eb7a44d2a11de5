package org.commonweal.hub.campaigns.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.evidence.Desk;
import org.commonweal.hub.frame.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each test finds its own campaign by a word that no other has. */
@HubTest
class CampaignSearchTest {
    @Autowired
    Campaigns campaigns;

    @Autowired
    Desk desk;

    @LocalServerPort
    int port;

    private final String own = "own" + Ids.tail(Ids.next());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecole        | L'air de l'école             | Air for All
            ÉCOL         | L'air de l'école             | Air for All
            المدرسه      | هَوَاء المَدْرَسَة           | Air for All
            هواء         | هَوَاء المَدْرَسَة           | Air for All
            ماء          | هل يصل الماء إلى الحنفية؟  | Air for All
            الماء        | هل يصل الماء إلى الحنفية؟  | Air for All
            والماء       | هل يصل الماء إلى الحنفية؟  | Air for All
            الماء        | ماء نظيف                   | Air for All
            للماء        | أين تذهب بالماء            | Air for All
            وزا          | طريق وزان                  | Air for All
            الما         | هل يصل الماء إلى الحنفية؟  | Air for All
            ماء          | Which wells give water | أصدقاء الماء
            lodz         | Air in Łódź                  | Air for All
            eau          | Which wells give water | Amis de l'Éau
            wells eau    | Which wells give water | Amis de l'Éau
            """)
    void isFoundWithoutAccents(String typed, String title, String asker) {
        Drawn.campaign(own + " " + title).of(desk.organisation(asker)).open(campaigns);
        assertThat(list(own + " " + typed)).contains(title);
        assertThat(list(own + " nothing " + typed)).as("each word counts").doesNotContain(title);
        assertThat(new Visitor(port)
                        .get("/search?q=" + encoded(own + " " + typed))
                        .body())
                .contains(title);
    }

    @Test
    void aDraftIsNotFound() {
        Campaign draft =
                Drawn.campaign(own).of(desk.organisation("Air for All")).open(campaigns);
        assertThat(list(own)).contains(draft.path());
        campaigns.setState(draft.id(), Campaign.State.DRAFT);
        assertThat(list(own)).doesNotContain(draft.path());
    }

    private String list(String typed) {
        return new Visitor(port).get("/campaigns?q=" + encoded(typed)).body().replace("&#39;", "'");
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
