package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that repeat more than can be held: whoever answers loses nothing by them. */
class ManyRepetitionsTest extends BareRequests {
    @ParameterizedTest
    @CsvSource({"${n}, 2000000000", "${n} + 1, 200", "${n} * ${n}, 100000", "${n}, 201"})
    void makesNoMoreRepetitionsThanItCanHold(String count, String answer) {
        campaign = counting(count);
        assertThat(refused(step(campaign, "next", "data:n", answer)))
                .contains("it takes 200 repetitions in all", "value=\"" + answer + "\"");
        assertThat(location(step(campaign, "next", "data:n", "3"))).endsWith("?page=2");
        assertThat(visitor.get(campaign.path() + "/answer?page=2").body())
                .contains("data:well~3:depth")
                .doesNotContain("data:well~11:depth");
    }

    @Test
    void makesAsManyRepetitionsAsItCanHold() {
        campaign = counting("${n}");
        assertThat(location(step(campaign, "next", "data:n", "200"))).endsWith("?page=2");
        assertThat(visitor.get(campaign.path() + "/answer?page=2").body()).contains("data:well~200:depth");
    }

    private Campaign counting(String count) {
        Campaign counting = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label     | repeat_count | constraint
                integer      | n     | How many? |              | . < 1000
                begin_repeat | well  | Well      | %s           |
                integer      | depth | How deep? |              |
                end_repeat   |       |           |              |
                """.formatted(count));
        visitor.get(counting.path() + "/answer");
        assertThat(location(step(counting, "next", CONSENT, "OK"))).endsWith("?page=1");
        return counting;
    }

    /** Each count is small: only their product is not. */
    @Test
    void keepsTheDraftWhenRepetitionsWithinOthersAreTooMany() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label      | repeat_count
                integer      | n     | How many?  |
                begin_repeat | well  | Well       | ${n}
                begin_repeat | visit | Visit      | ${n}
                integer      | depth | How deep?  |
                end_repeat   |       |            |
                end_repeat   |       |            |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        HttpResponse<String> refused = step(campaign, "next", "data:n", "90");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This form has a fault");
        assertThat(visitor.get(campaign.path() + "/answer").statusCode()).isEqualTo(200);
        assertThat(location(step(campaign, "next", "data:n", "2"))).endsWith("?page=2");
    }

    @Test
    void offersNoFurtherRepetitionWhenThereAreAsManyAsItCanHold() {
        campaign = Wells.ask(campaigns, forms, """
                # survey
                type         | name  | label      | repeat_count
                integer      | n     | How many?  |
                begin_repeat | well  | Well       | ${n}
                integer      | depth | How deep?  |
                end_repeat   |       |            |
                begin_repeat | other | Other      |
                integer      | size  | How large? |
                end_repeat   |       |            |
                """);
        visitor.get(campaign.path() + "/answer");
        agree();
        step(campaign, "next", "data:n", "198");
        String last = visitor.get(campaign.path() + "/answer?page=3").body();
        assertThat(last).contains("value=\"add data:other~2\"");
        postPage(campaign, 3, "add data:other~2");
        assertThat(visitor.get(campaign.path() + "/answer?page=3").body())
                .contains("data:other~2:size")
                .doesNotContain("value=\"add ");
        postPage(campaign, 3, "add data:other~3");
        assertThat(visitor.get(campaign.path() + "/answer?page=3").body()).doesNotContain("data:other~3:size");
    }

    private void postPage(Campaign to, int page, String deed) {
        visitor.post(to.path() + "/answer", Map.of("do", deed, "page", Integer.toString(page)));
    }
}
