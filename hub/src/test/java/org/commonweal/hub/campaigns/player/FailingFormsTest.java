package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Expressions that fail, or would never end: whoever answers loses nothing by them. */
class FailingFormsTest extends BareRequests {
    @Test
    void saysAtTheQuestionWhenAnExpressionOfTheFormFailsOnAnAnswer() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | calculation  | constraint
                text      | seen  | Seen on  |              |
                calculate | when  |          | date(${seen}) |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        assertThat(refused(step(campaign, "send", "data:seen", "some day")))
                .contains("This form can't work with this answer", "value=\"some day\"", "href=\"#data:seen\"");
        assertThat(visitor.get(campaign.path() + "/answer").body()).contains("value=\"some day\"");
        assertThat(location(step(campaign, "send", "data:seen", "2026-11-21"))).endsWith("/thanks");
    }

    @Test
    void givesUpAPatternThatWouldGoOnForYears() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | constraint
                text      | seen  | Seen on  | regex(., '.*,.*,.*;')
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        assertThat(refused(step(campaign, "send", "data:seen", "a,".repeat(5_000))))
                .contains("This form can't work with this answer");
        assertThat(location(step(campaign, "send", "data:seen", "a,a,a;"))).endsWith("/thanks");
    }

    /** It would hold the draft, and a transaction, for ever. */
    @Test
    void refusesAPatternThatWouldGoOnForEverWithoutLookingAtTheAnswer() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | constraint
                text      | seen  | Seen on  | regex(., '((){2147483647}){2147483647}')
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        assertThat(refused(step(campaign, "send", "data:seen", "a"))).contains("This form can't work with this answer");
    }

    @Test
    void saysSoKindlyWhenTheFormFailsWhereNoAnswerIsToBlame() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type      | name  | label    | calculation
                text      | seen  | Seen on  |
                calculate | when  |          | date('some day')
                """);
        HttpResponse<String> failing = visitor.get(campaign.path() + "/answer");
        assertThat(failing.statusCode()).isEqualTo(409);
        assertThat(failing.body()).contains("This form has a fault", "wells@example.org");
    }
}
