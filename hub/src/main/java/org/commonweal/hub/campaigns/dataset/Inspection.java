package org.commonweal.hub.campaigns.dataset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at what came, some moments later, for answers that its form would not have taken, and notes them with the
 * submission: reviewers see them marked, and no finding counts them.
 *
 * <p>Not at the door: to judge a submission costs as much as to store it, and a form client waits there.
 */
@Component
class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final int BATCH = 500;
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormRules rules;
    private final JsonMapper json;

    Inspection(JdbcClient jdbc, Campaigns campaigns, Forms forms, FormRules rules, JsonMapper json) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.forms = forms;
        this.rules = rules;
        this.json = json;
    }

    private record Came(UUID id, @Nullable UUID form, FormRules.Came given) {}

    /** Until nothing waits: of a table that is read in, too, within the minute. */
    void inspectAll() {
        while (inspect(null) == BATCH) {}
    }

    /** All of a campaign, before a finding is made of it. */
    void inspectAll(UUID campaign) {
        while (inspect(campaign) > 0) {}
    }

    // By the index submission_uninspected: none but these stand in it.
    private int inspect(@Nullable UUID campaign) {
        List<Came> some = jdbc.sql("""
                        select id, form_id, answers, observed_at, source in ('openrosa', 'web') from campaigns.submission
                        where broken is null and state <> 'withdrawn' and (:campaign::uuid is null or campaign_id = :campaign)
                        order by campaign_id, id limit :most""")
                .param("campaign", campaign, Types.OTHER)
                .param("most", BATCH)
                .query((row, n) -> new Came(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new FormRules.Came(
                                json.readValue(row.getString(3), ANSWERS),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getBoolean(5))))
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
        try {
            return rules.listBroken(
                    form,
                    campaigns.get(form.campaign()).zone(),
                    came.stream().map(Came::given).toList());
        } catch (RuntimeException unreadable) {
            // The form is to blame and no answer: those of all other forms wait behind these.
            LOG.error("Form {} can't be read, so that its answers are not judged", form.id(), unreadable);
            return List.of();
        }
    }

    /** @param broken for each that came, or empty where no form says what an answer may be */
    private void note(List<Came> came, List<Set<String>> broken) {
        List<UUID> fine = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            UUID id = came.get(i).id();
            if (broken.isEmpty() || broken.get(i).isEmpty()) fine.add(id);
            else
                jdbc.sql("update campaigns.submission set broken = :paths where id = :id and state <> 'withdrawn'")
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
                    .execute((instance, context) -> inspection.inspectAll());
        }
    }
}
