package org.commonweal.hub.campaigns;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the campaign's page promised when a submission came: after that day it goes. Findings stay. */
@Configuration
class Retention {
    private static final int BATCH = 1_000;

    @Bean
    Task<Void> retention(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("retention", Schedules.daily(LocalTime.of(4, 0)))
                .execute((instance, context) -> apply(jdbc, clock));
    }

    /** Before anybody is served: a restored archive, or a hub that stood still, has what should be gone by now. */
    @Bean
    SmartInitializingSingleton retentionBeforeServing(JdbcClient jdbc, Clock clock) {
        return () -> apply(jdbc, clock);
    }

    /** Says how many submissions went. */
    static int apply(JdbcClient jdbc, Clock clock) {
        int all = 0;
        for (int gone; (gone = next(jdbc, clock)) > 0; ) all += gone;
        return all;
    }

    // A statement is a transaction: a campaign of a million answers neither holds its rows for an hour nor begins anew
    // after a power cut. An edit goes together with what it edits, so that the files of both are released.
    private static int next(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("""
                        with recursive due as (
                          select id from campaigns.submission where delete_after < :today
                          order by delete_after limit :batch),
                        line as (
                          select id from due
                          union select s.id from campaigns.submission s join line on s.replaces = line.id),
                        gone as (delete from campaigns.submission where id in (select id from line) returning id),
                        loose as (
                          select a.file_id from campaigns.attachment a join gone on gone.id = a.submission_id
                          where a.file_id is not null),
                        released as (delete from frame.file where id in (select file_id from loose))
                        select count(*) from gone""")
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }
}
