package org.commonweal.hub.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves what was done just now into the past months in which it plays.
 *
 * <p>The only place where tables of other rooms are written. Their doors stamp rows with the database's own clock, which
 * nobody may set, and rightly so: to let a caller choose when something was received, decided or opened would be a door for
 * forging it. Findings, the log and the audit trail keep their true time.
 */
@Component
class Past {
    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When campaigns opened and answers came. */
    void begin(Calls.Open open, LocalDate today) {
        opened(open.taps(), today.minusDays(Answers.TAPS_OPEN_DAYS));
        opened(open.stops(), today.minusDays(Answers.STOPS_FIRST_DAY + 1));
        opened(open.air(), today.withDayOfMonth(1).minusMonths(Readings.MONTHS_BACK - 1));
        opened(open.reading(), today.minusDays(Answers.READING_OPEN_DAYS));
        jdbc.sql("update campaigns.submission set received_at = least(now(), observed_at + interval '4 minutes')")
                .update();
        jdbc.sql("update accounts.person set created_at = created_at - interval '200 days'")
                .update();
    }

    /** When it was decided on, and when one campaign closed. */
    void settle(Calls.Open open, LocalDate today) {
        // A day or two after it came, at an hour that differs from one to the next.
        jdbc.sql("""
                        update campaigns.step t set at = least(now(), s.received_at + interval '20 hours'
                          + (abs(hashtext(s.id::text)) % 2000) * interval '1 minute')
                        from campaigns.submission s where s.id = t.submission_id""").update();
        jdbc.sql("update campaigns.campaign set closed_at = :at where id = :id")
                .param("at", morning(today.minusDays(Answers.STOPS_LAST_DAY - 1)))
                .param("id", open.stops().id())
                .update();
        promise();
    }

    /** The day of deletion as it would have been promised on the day that an answer is said to have come. */
    private void promise() {
        jdbc.sql("""
                        update campaigns.submission s set delete_after =
                          (coalesce(c.closed_at, c.closes_on, s.received_at)::date
                            + make_interval(months => c.retention_months))::date
                        from campaigns.campaign c where c.id = s.campaign_id""").update();
    }

    private void opened(Campaign campaign, LocalDate day) {
        UUID id = campaign.id();
        jdbc.sql("update campaigns.campaign set opened_at = :at, created_at = :made,"
                        + " unit_approved_at = case when unit_approved_at is not null then :at end where id = :id")
                .param("at", morning(day))
                .param("made", morning(day.minusDays(4)))
                .param("id", id)
                .update();
        jdbc.sql("update campaigns.form set created_at = :at where campaign_id = :id")
                .param("at", morning(day))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime morning(LocalDate day) {
        return day.atTime(9, 30).atZone(Towns.ZONE).toOffsetDateTime();
    }
}
