package org.commonweal.hub.campaigns.dataset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
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
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    // So many of the largest are a few dozen megabytes of memory.
    private static final int BATCH = 50;
    static final int LARGEST_CHARACTERS = 300_000;
    /** In the place of the paths: none of the answers is taken. */
    static final String ALL = "*";

    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormRules rules;
    private final JsonMapper json;
    private final ReentrantLock preparing = new ReentrantLock();

    Inspection(JdbcClient jdbc, Campaigns campaigns, Forms forms, FormRules rules, JsonMapper json) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.forms = forms;
        this.rules = rules;
        this.json = json;
    }

    /**
     * @param form null where it answers none
     * @param given null where it is too large to be looked at
     */
    private record Came(UUID id, @Nullable UUID form, FormRules.@Nullable Came given) {}

    /** Until nothing waits, a table that was read in included. */
    void inspectAll() {
        while (inspect(null) == BATCH) {}
    }

    /** The approved ones of a campaign, before a finding is made of them. Whoever asks meanwhile finds it done. */
    void inspectApproved(UUID campaign) {
        preparing.lock();
        try {
            while (inspect(campaign) == BATCH) {}
        } finally {
            preparing.unlock();
        }
    }

    // By the index submission_uninspected: none but these stand in it. Larger ones than anybody answers come empty, and
    // none of their answers is taken: what is in memory must not be for those who send to say.
    private int inspect(@Nullable UUID campaign) {
        List<Came> some = jdbc.sql(
                        """
                        select id, form_id, observed_at, received_at,
                          case when length(answers::text) <= :largest then answers end, source in ('openrosa', 'web')
                        from campaigns.submission
                        where broken is null and state <> 'withdrawn' %s
                        order by campaign_id, id limit :most""".formatted(campaign == null ? "" : "and campaign_id = :campaign and state = 'approved'"))
                .param("campaign", campaign)
                .param("largest", LARGEST_CHARACTERS)
                .param("most", BATCH)
                .query(this::came)
                .list();
        Map<UUID, Set<String>> broken = new LinkedHashMap<>();
        some.forEach(one -> broken.put(one.id(), one.given() == null ? Set.of(ALL) : Set.of()));
        Map<UUID, List<Came>> byForm = some.stream()
                .filter(one -> one.form() != null && one.given() != null)
                .collect(Collectors.groupingBy(Came::form, LinkedHashMap::new, Collectors.toList()));
        byForm.forEach((form, came) -> judge(forms.find(form).orElseThrow(), came, broken));
        broken.forEach(this::note);
        return some.size();
    }

    private void judge(ServedForm form, List<Came> came, Map<UUID, Set<String>> broken) {
        List<Set<String>> judged = rules.listBroken(
                form,
                campaigns.get(form.campaign()).zone(),
                came.stream().map(Came::given).toList());
        for (int i = 0; i < came.size(); i++) broken.put(came.get(i).id(), judged.get(i));
    }

    private void note(UUID submission, Set<String> broken) {
        jdbc.sql("update campaigns.submission set broken = :paths where id = :id and state <> 'withdrawn'")
                .param("paths", broken.toArray(String[]::new))
                .param("id", submission)
                .update();
    }

    private Came came(ResultSet row, int n) throws SQLException {
        String answers = row.getString(5);
        return new Came(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                answers == null
                        ? null
                        : new FormRules.Came(
                                json.readValue(answers, ANSWERS), at(row, 3), at(row, 4), row.getBoolean(6)));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
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
