package org.commonweal.hub.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.Ticks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The campaigns of the hub; who may change them is the pages' to check. */
@Component
public class Campaigns {
    private static final String COLUMNS = """
            select id, organisation_id, title, why, use_of_answers, consent, consent_version, who_can_answer, contact,
              topics, country, place, latitude, longitude, zone, minutes, retention_months, closes_on, state, unit,
              threshold, unit_reason, unit = 'people' or unit_approved_at is not null as approved, subject, anonymous,
              created_at, opened_at, closed_at
            from campaigns.campaign
            """;

    /** What another process of the hub changes is seen here after so long at most. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<UUID, Campaign> remembered;

    Campaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(500)
                .expireAfterWrite(REMEMBERED)
                .ticker(Ticks.of(clock))
                .build();
    }

    /** @throws Refusal (404) when there is no such campaign */
    public Campaign get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** The same for the door, where each submission would otherwise cost a query: changed by this hub it is read anew. */
    public Campaign recall(UUID id) {
        // Read under the entry's lock: what began before a change was committed is there to be forgotten by it.
        return remembered.get(id, this::get);
    }

    private void forget(UUID id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered.invalidate(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.invalidate(id);
            }
        });
    }

    public Optional<Campaign> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Campaigns::campaign)
                .optional();
    }

    /** The campaign behind an address, old slugs included: only the last eight characters count. */
    public Campaign getByAddress(String address) {
        return jdbc.sql(COLUMNS + "where tail = :tail")
                .param("tail", Ids.tailOf(address))
                .query(Campaigns::campaign)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Holds a campaign until the transaction ends, as it was read.
     *
     * @throws Refusal (409) when somebody changed it since
     */
    public void requireUnchanged(Campaign read) {
        Campaign now = jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", read.id())
                .query(Campaigns::campaign)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (!now.equals(read)) throw Refusal.conflict("");
    }

    List<Campaign> list(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Campaigns::campaign)
                .list();
    }

    public List<Campaign> listOf(UUID organisation) {
        return jdbc.sql(COLUMNS + "where organisation_id = :organisation order by id desc")
                .param("organisation", organisation)
                .query(Campaigns::campaign)
                .list();
    }

    /** How many an organisation has, drafts too. */
    public int countOf(UUID organisation) {
        return jdbc.sql("select count(*) from campaigns.campaign where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** The newest campaigns of the whole hub, drafts too. */
    public List<Campaign> listNewest(int limit) {
        return jdbc.sql(COLUMNS + "order by id desc limit :limit")
                .param("limit", limit)
                .query(Campaigns::campaign)
                .list();
    }

    /** All that the public may see, open ones first, newest first. */
    public List<Campaign> listPublic() {
        return jdbc.sql(COLUMNS + "where state <> 'draft' order by state = 'open' desc, opened_at desc")
                .query(Campaigns::campaign)
                .list();
    }

    /** Those that can be answered now, newest first. */
    public List<Campaign> listOpen() {
        return jdbc.sql(COLUMNS + "where state = 'open' order by opened_at desc")
                .query(Campaigns::campaign)
                .list();
    }

    /** Writes a campaign as it is given, new or changed; state and approval have methods of their own. */
    public void save(Campaign campaign) {
        Campaign.Place place = campaign.place();
        Campaign.Protection protection = campaign.protection();
        jdbc.sql("""
                        insert into campaigns.campaign (id, tail, organisation_id, title, why, use_of_answers, consent,
                          who_can_answer, contact, topics, country, place, latitude, longitude, zone, minutes,
                          retention_months, closes_on, unit, threshold, unit_reason, subject, anonymous)
                        values (:id, :tail, :organisation, :title::jsonb, :why::jsonb, :use::jsonb, :consent::jsonb,
                          :who::jsonb, :contact, :topics, :country, :place, :latitude, :longitude, :zone, :minutes,
                          :retention, :closes, :unit, :threshold, :reason, :subject, :anonymous)
                        on conflict (id) do update set title = excluded.title, why = excluded.why,
                          use_of_answers = excluded.use_of_answers, consent = excluded.consent,
                          consent_version = campaign.consent_version
                            + case when campaign.consent = excluded.consent
                              or campaign.consent ->> (campaign.consent ->> 'source') = '' then 0 else 1 end,
                          who_can_answer = excluded.who_can_answer, contact = excluded.contact,
                          topics = excluded.topics, country = excluded.country, place = excluded.place,
                          latitude = excluded.latitude, longitude = excluded.longitude, zone = excluded.zone,
                          minutes = excluded.minutes, retention_months = excluded.retention_months,
                          closes_on = excluded.closes_on, unit = excluded.unit, threshold = excluded.threshold,
                          unit_reason = excluded.unit_reason, subject = excluded.subject,
                          anonymous = excluded.anonymous,
                          unit_approved_at = case when campaign.unit = excluded.unit
                            and campaign.unit_reason = excluded.unit_reason
                            and campaign.subject = excluded.subject then campaign.unit_approved_at end""")
                .param("id", campaign.id())
                .param("tail", Ids.tail(campaign.id()))
                .param("organisation", campaign.organisation())
                .param("title", campaign.title().toJson())
                .param("why", campaign.why().toJson())
                .param("use", campaign.useOfAnswers().toJson())
                .param("consent", campaign.consent().toJson())
                .param("who", campaign.whoCanAnswer().toJson())
                .param("contact", campaign.contact())
                .param("topics", campaign.topics().toArray(String[]::new))
                .param("country", place.country())
                .param("place", place.words())
                .param("latitude", place.hasPoint() ? place.latitude() : null, Types.DOUBLE)
                .param("longitude", place.hasPoint() ? place.longitude() : null, Types.DOUBLE)
                .param("zone", campaign.zone().getId())
                .param("minutes", campaign.minutes())
                .param("retention", campaign.retentionMonths())
                .param("closes", campaign.closesOn(), Types.DATE)
                .param("unit", protection.things() ? "things" : "people")
                .param("threshold", protection.things() ? 1 : protection.threshold())
                .param("reason", protection.reason())
                .param("subject", protection.subject())
                .param("anonymous", campaign.anonymous())
                .update();
        hasten(campaign.id());
        forget(campaign.id());
    }

    public void setState(UUID id, Campaign.State state) {
        jdbc.sql("""
                        update campaigns.campaign set state = :state,
                          opened_at = case when :state = 'open' then coalesce(opened_at, now()) else opened_at end,
                          closed_at = case when :state = 'closed' then now() end
                        where id = :id""").param("state", state.word()).param("id", id).update();
        hasten(id);
        forget(id);
    }

    /**
     * Deletes a draft with its forms, tokens and what was tried of it; the files of the trials are the caller's to release
     * before.
     *
     * @return false when it is none: once opened, people have its address, and what they sent is not its maker's alone
     */
    public boolean deleteDraft(UUID id) {
        int deleted = jdbc.sql("""
                        delete from campaigns.campaign c where c.id = :id and c.state = 'draft' and c.opened_at is null
                          and not exists (select from campaigns.submission s where s.campaign_id = c.id)""").param("id", id).update();
        forget(id);
        return deleted > 0;
    }

    /** How many answers that are here would be over their last day at once, were the campaign kept like this. */
    public int countOver(Campaign changed, LocalDate today) {
        return jdbc.sql("""
                        select count(*) from campaigns.submission
                        where campaign_id = :id and delete_after >= :today
                          and (coalesce(:end, (received_at at time zone 'UTC')::date)
                            + make_interval(months => :months))::date < :today""")
                .param("id", changed.id())
                .param("today", today)
                .param("end", changed.end(), Types.DATE)
                .param("months", changed.retentionMonths())
                .query(Integer.class)
                .single();
    }

    // Answers that are here go no later than was promised when they came, and earlier where the page says so now.
    private void hasten(UUID id) {
        Campaign now = get(id);
        LocalDate end = now.end();
        jdbc.sql("""
                        update campaigns.submission s set delete_after = promised.day
                        from (select id, (coalesce(:end, (received_at at time zone 'UTC')::date)
                            + make_interval(months => :months))::date as day
                          from campaigns.submission where campaign_id = :id) promised
                        where promised.id = s.id and s.delete_after > promised.day""")
                .param("end", end, Types.DATE)
                .param("months", now.retentionMonths())
                .param("id", id)
                .update();
    }

    private static Campaign campaign(ResultSet row, int n) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                about(row),
                promise(row),
                new Campaign.Life(
                        Campaign.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "opened_at"),
                        instant(row, "closed_at")));
    }

    private static Campaign.About about(ResultSet row) throws SQLException {
        return new Campaign.About(
                Text.fromJson(row.getString("title")),
                Text.fromJson(row.getString("why")),
                Text.fromJson(row.getString("who_can_answer")),
                row.getString("contact"),
                List.of((String[]) row.getArray("topics").getArray()),
                new Campaign.Place(
                        row.getString("country"),
                        row.getString("place"),
                        degrees(row, "latitude"),
                        degrees(row, "longitude")),
                ZoneId.of(row.getString("zone")),
                row.getInt("minutes"),
                row.getObject("closes_on", LocalDate.class),
                row.getBoolean("anonymous"));
    }

    private static Campaign.Promise promise(ResultSet row) throws SQLException {
        return new Campaign.Promise(
                Text.fromJson(row.getString("use_of_answers")),
                Text.fromJson(row.getString("consent")),
                row.getInt("consent_version"),
                row.getInt("retention_months"),
                new Campaign.Protection(
                        row.getString("unit").equals("things"),
                        row.getInt("threshold"),
                        row.getString("unit_reason"),
                        row.getBoolean("approved"),
                        row.getString("subject")));
    }

    private static double degrees(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
