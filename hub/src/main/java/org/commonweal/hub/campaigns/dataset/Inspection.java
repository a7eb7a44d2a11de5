package org.commonweal.hub.campaigns.dataset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.player.FormRules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at what came, some moments later, for answers that its form would not have taken, and notes them with the
 * submission: reviewers see them marked, and no finding counts them.
 *
 * <p>Not at the door: to judge a submission costs as much as to store it, and a form client waits there.
 */
@Component
class Inspection {
    private static final int BATCH = 500;
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormRules rules;

    Inspection(JdbcClient jdbc, Campaigns campaigns, Forms forms, FormRules rules) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.forms = forms;
        this.rules = rules;
    }

    private record Came(UUID id, UUID campaign, @Nullable UUID form, String xml) {}

    /** Some at a time: a table of a million rows must not keep the hub from what people wait for. */
    void inspectSome() {
        inspect(null);
    }

    /** All of a campaign, before a finding is made of it. */
    void inspectAll(UUID campaign) {
        while (inspect(campaign) > 0) {}
    }

    // By the index submission_uninspected: none but these stand in it.
    private int inspect(@Nullable UUID campaign) {
        List<Came> some = jdbc.sql("""
                        select id, campaign_id, form_id, xml from campaigns.submission
                        where broken is null and (:campaign::uuid is null or campaign_id = :campaign)
                        order by campaign_id, id limit :most""")
                .param("campaign", campaign, Types.OTHER)
                .param("most", BATCH)
                .query((row, n) -> new Came(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)))
                .list();
        // A form belongs to one campaign.
        Map<Optional<UUID>, List<Came>> byForm = some.stream()
                .collect(Collectors.groupingBy(
                        one -> Optional.ofNullable(one.form()), LinkedHashMap::new, Collectors.toList()));
        byForm.forEach((form, came) -> note(
                came, form.flatMap(forms::find).map(one -> judged(one, came)).orElse(List.of())));
        return some.size();
    }

    private List<Set<String>> judged(ServedForm form, List<Came> came) {
        return rules.listBroken(
                form,
                campaigns.get(form.campaign()).zone(),
                came.stream().map(Came::xml).toList());
    }

    /** @param broken for each that came, or empty where no form says what an answer may be */
    private void note(List<Came> came, List<Set<String>> broken) {
        List<UUID> fine = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            UUID id = came.get(i).id();
            if (broken.isEmpty() || broken.get(i).isEmpty()) fine.add(id);
            else
                jdbc.sql("update campaigns.submission set broken = :paths where id = :id")
                        .param("paths", broken.get(i).toArray(String[]::new))
                        .param("id", id)
                        .update();
        }
        jdbc.sql("update campaigns.submission set broken = '{}' where id = any(:ids)")
                .param("ids", fine.toArray(UUID[]::new))
                .update();
    }

    @Configuration
    static class Job {
        @Bean
        Task<Void> inspection(Inspection inspection) {
            return Tasks.recurring("inspection", FixedDelay.of(OFTEN))
                    .execute((instance, context) -> inspection.inspectSome());
        }
    }
}
