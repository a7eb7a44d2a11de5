package org.commonweal.hub.campaigns;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the campaign's page promises: so many months after closing, the submissions go. Findings stay. */
@Configuration
class Retention {
    @Bean
    Task<Void> retention(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("retention", Schedules.daily(LocalTime.of(4, 0)))
                .execute((instance, context) -> apply(jdbc, clock));
    }

    static int apply(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("""
                        with gone as (
                          delete from campaigns.submission s using campaigns.campaign c
                          where c.id = s.campaign_id and c.state = 'closed'
                            and c.closed_at + make_interval(months => c.retention_months) < :now
                          returning s.id),
                        loose as (
                          select a.file_id from campaigns.attachment a join gone on gone.id = a.submission_id
                          where a.file_id is not null)
                        delete from frame.file where id in (select file_id from loose)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
