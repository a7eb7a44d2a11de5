package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.intake.Arrivals;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.campaigns.intake.Instance;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers, their files and the addresses left with them go when the promised months are over, and not before. */
@HubTest
class RetentionTest {
    private static final Instant CLOSED = Instant.parse("2020-03-01T12:00:00Z");

    @Autowired
    Campaigns campaigns;

    @Autowired
    ReplyAddresses replies;

    @Autowired
    Forms forms;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Intake intake;

    @Autowired
    @Qualifier("retentionBeforeServing")
    SmartInitializingSingleton beforeServing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsWhatTheCampaignsPagePromises() {
        UUID campaign = closed(CLOSED);
        UUID open = closed(null);
        assertThat(left(campaign)).isEqualTo("1 report, 1 file, 1 address");
        at("2021-02-28T12:00:00Z");
        assertThat(left(campaign)).isEqualTo("1 report, 1 file, 1 address");
        at("2021-03-02T12:00:00Z");
        assertThat(left(campaign)).isEqualTo("0 report, 0 file, 0 address");
        assertThat(left(open)).isEqualTo("1 report, 1 file, 1 address");
    }

    @Test
    void isKeptBeforeAHubServesWhatWasRestored() {
        UUID campaign = closed(CLOSED);
        beforeServing.afterSingletonsInstantiated();
        assertThat(left(campaign)).isEqualTo("0 report, 0 file, 0 address");
    }

    @Test
    void deletesMoreThanOneBatchHolds() {
        UUID campaign = closed(CLOSED);
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256,
                          answers, delete_after)
                        select gen_random_uuid(), :campaign, 'many ' || i, 'web', now(), '<data/>', sha256('x'), '{}',
                          :promised
                        from generate_series(1, 2500) i""")
                .param("campaign", campaign)
                .param("promised", promised(campaign))
                .update();
        at("2021-03-02T12:00:00Z");
        assertThat(left(campaign)).isEqualTo("0 report, 0 file, 0 address");
    }

    /** What the edit brought goes too, though its original falls first. */
    @Test
    void deletesAnEditWithItsFiles() {
        UUID campaign = closed(CLOSED);
        report(campaign);
        jdbc.sql("""
                        update campaigns.submission s set replaces = (
                          select id from campaigns.submission where campaign_id = :campaign order by id limit 1)
                        where id = (select id from campaigns.submission where campaign_id = :campaign
                          order by id desc limit 1)""").param("campaign", campaign).update();
        at("2021-03-02T12:00:00Z");
        assertThat(left(campaign)).isEqualTo("0 report, 0 file, 0 address");
    }

    /** A key without an index makes every deletion read the table that refers. */
    @Test
    void everyReferenceIsFoundByAnIndex() {
        assertThat(jdbc.sql("""
                                select c.conrelid::regclass || ' (' || a.attname || ')' from pg_constraint c
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                                where c.contype = 'f' and c.connamespace = 'campaigns'::regnamespace
                                  and not exists (select from pg_index i
                                    where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])""").query(String.class).list()).isEmpty();
    }

    /** What the page said when an answer came holds for that answer, whatever is done with the campaign later. */
    @Test
    void openingAgainAndALaterEndProlongNothingForAnswersThatAreHere() {
        UUID campaign = closed(null);
        closesOn(campaign, LocalDate.of(2030, 1, 31));
        send(campaign);
        campaigns.setState(campaign, Campaign.State.OPEN);
        closesOn(campaign, LocalDate.of(2035, 1, 31));
        send(campaign);
        at("2031-01-31T12:00:00Z");
        assertThat(sent(campaign)).isEqualTo(2);
        at("2031-02-01T12:00:00Z");
        assertThat(sent(campaign)).isEqualTo(1);
        at("2036-02-01T12:00:00Z");
        assertThat(sent(campaign)).isZero();
    }

    @Test
    void closingEarlierHastensAndOpeningAgainDoesNotUndoIt() {
        UUID campaign = closed(null);
        closesOn(campaign, LocalDate.of(2099, 1, 31));
        send(campaign);
        campaigns.setState(campaign, Campaign.State.CLOSED);
        campaigns.setState(campaign, Campaign.State.OPEN);
        at(LocalDate.now(ZoneOffset.UTC).plusMonths(12).plusDays(2) + "T12:00:00Z");
        assertThat(sent(campaign)).isZero();
    }

    @Test
    void withoutAnEndTheMonthsCountFromTheDayOnWhichAnAnswerCame() {
        UUID campaign = closed(null);
        send(campaign);
        at(LocalDate.now(ZoneOffset.UTC).plusMonths(11) + "T12:00:00Z");
        assertThat(sent(campaign)).isEqualTo(1);
        at(LocalDate.now(ZoneOffset.UTC).plusMonths(12).plusDays(2) + "T12:00:00Z");
        assertThat(sent(campaign)).isZero();
    }

    private void closesOn(UUID campaign, LocalDate day) {
        jdbc.sql("update campaigns.campaign set closes_on = :day where id = :id")
                .param("day", day)
                .param("id", campaign)
                .update();
        campaigns.save(campaigns.get(campaign));
    }

    private void send(UUID campaign) {
        String formId = "wells-" + Ids.tail(Ids.next());
        ServedForm form = new ServedForm(Ids.next(), campaign, formId, "1", "", "<x/>", "0".repeat(32), "", List.of());
        forms.add(form, new byte[0]);
        intake.accept(arrivals.of(
                campaigns.get(campaign),
                form,
                new Instance(formId, "1", "uuid:" + UUID.randomUUID(), "", Map.of()),
                "<data/>",
                new Contributor("openrosa", null, null, ""),
                null,
                Map.of()));
    }

    private int sent(UUID campaign) {
        return jdbc.sql("select count(*) from campaigns.submission where campaign_id = :id and source = 'openrosa'")
                .param("id", campaign)
                .query(Integer.class)
                .single();
    }

    private LocalDate promised(UUID campaign) {
        return campaigns.get(campaign).keptUntil(Instant.now());
    }

    private void at(String instant) {
        Retention.apply(jdbc, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    /** A campaign that promised twelve months, with one report; null for one that is still open. */
    private UUID closed(Instant at) {
        UUID id = Drawn.campaign("Wells").keptFor(12).open(campaigns).id();
        if (at != null) {
            campaigns.setState(id, Campaign.State.CLOSED);
            jdbc.sql("update campaigns.campaign set closed_at = :at where id = :id")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
        }
        report(id);
        return id;
    }

    private void report(UUID campaign) {
        Secret link = Secret.make();
        jdbc.sql("""
                        with report as (
                          insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256,
                            answers, link_digest, delete_after)
                          values (:id, :campaign, :id::text, 'web', now(), '<data/>', :sha256, '{}', :link, :promised)
                          returning id),
                        file as (
                          insert into frame.file (id, scope, sha256, size_bytes, media_type, name)
                          values (:file, :campaign, :sha256, 3, 'image/jpeg', 'p.jpg') returning id)
                        insert into campaigns.attachment (submission_id, name, file_id)
                        select report.id, 'p.jpg', file.id from report, file""")
                .param("id", Ids.next())
                .param("file", Ids.next())
                .param("campaign", campaign)
                .param("sha256", Secret.make().digest())
                .param("link", link.digest())
                .param("promised", promised(campaign))
                .update();
        replies.put(link, EmailAddress.find("amal@example.org").orElseThrow(), java.util.Locale.ENGLISH);
    }

    private String left(UUID campaign) {
        return jdbc.sql("""
                        select (select count(*) from campaigns.submission where campaign_id = :campaign) || ' report, '
                          || (select count(*) from frame.file where scope = :campaign) || ' file, '
                          || (select count(*) from private.reply_address where sealed in (
                            select r.sealed from private.reply_address r join campaigns.submission s
                              on s.id = r.submission_id where s.campaign_id = :campaign)) || ' address'""").param("campaign", campaign).query(String.class).single();
    }
}
