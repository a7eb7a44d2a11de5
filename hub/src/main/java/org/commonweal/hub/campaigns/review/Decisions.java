package org.commonweal.hub.campaigns.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reviewers do with submissions, each with its line in the history; a decision can be taken again, otherwise. Who may
 * is the caller's to check.
 */
@Component
public class Decisions {
    static final int LONGEST_NOTE = 2_000;
    /** After every identifier that there can be. */
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcTemplate template;
    private final Consented consented;
    private final Telling telling;
    private final Audit audit;

    Decisions(JdbcTemplate template, Consented consented, Telling telling, Audit audit) {
        this.template = template;
        this.consented = consented;
        this.telling = telling;
        this.audit = audit;
    }

    /** What a reviewer may decide. */
    public enum Verb {
        APPROVE("approved"),
        REJECT("rejected"),
        ASK("asked"),
        /** Takes a decision back. */
        REOPEN("received");

        private final String state;

        Verb(String state) {
            this.state = state;
        }

        String state() {
            return state;
        }

        boolean needsWords() {
            return this == REJECT || this == ASK;
        }
    }

    /**
     * What a decision did.
     *
     * @param left how many of those meant were left as they are, because they carry no consent
     * @param overtaken those chosen that were left as they are, because they do not stand as the reviewer was shown them,
     *     with the state they have now
     * @param at when, as the history has it; by this it can be undone
     */
    record Done(int changed, int left, Map<UUID, String> overtaken, Instant at) {}

    /** Approves all of a campaign's submissions that wait and carry their consent; how many changed. */
    @Transactional
    public int approveWaiting(UUID campaign) {
        return decide(Verb.APPROVE, Wanted.all(campaign), List.of(), Map.of(), LAST, "")
                .changed();
    }

    /** Decides on these of a campaign's submissions; how many changed. */
    @Transactional
    public int decide(Verb verb, UUID campaign, List<UUID> chosen, String note) {
        return decide(verb, Wanted.all(campaign), chosen, Map.of(), null, note).changed();
    }

    /**
     * Decides on those that the reviewer chose, or on all of a view that wait. Approving what carries no consent
     * needs words on how the contributor agreed; without them it is left as it is.
     *
     * @param shown the states in which the reviewer saw those chosen: what somebody else decided since is left as it is
     * @param newest the last of all that wait which the reviewer was told of: what came later is not meant; null for those
     *     that were chosen
     * @throws Refusal when words are needed and missing
     */
    @Transactional
    Done decide(
            Verb verb, Wanted wanted, List<UUID> chosen, Map<UUID, String> shown, @Nullable UUID newest, String note) {
        String words = check(verb, note);
        Map<UUID, String> overtaken = newest == null ? overtaken(verb, wanted.campaign(), chosen, shown) : Map.of();
        List<UUID> standing =
                chosen.stream().filter(id -> !overtaken.containsKey(id)).toList();
        Wanted.Piece meant = meant(verb, wanted, standing, newest);
        Wanted.Piece agreed = consented.where(wanted.campaign());
        boolean sorts = verb == Verb.APPROVE && words.isEmpty();
        int left = sorts ? countWithout(agreed, meant) : 0;
        List<UUID> changed = change(verb, sorts ? and(meant, agreed) : meant, words);
        if (!changed.isEmpty())
            audit.note(
                    "submission." + verb.state(),
                    new ThingRef("campaign", wanted.campaign()),
                    changed.size() + " submissions");
        telling.tell(verb, changed, words);
        return new Done(changed.size(), left, overtaken, at());
    }

    // They are held, so that nobody decides between this look and what follows. What stands already as it should, and
    // is
    // told nothing, is no quarrel.
    private Map<UUID, String> overtaken(Verb verb, UUID campaign, List<UUID> chosen, Map<UUID, String> shown) {
        Map<UUID, String> overtaken = new LinkedHashMap<>();
        template.query(
                "select id, state from campaigns.submission where campaign_id = ? and id = any (?) order by id for update",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    String now = row.getString(2);
                    boolean same = now.equals(shown.getOrDefault(id, now));
                    if (!same && (verb.needsWords() || !now.equals(verb.state()))) overtaken.put(id, now);
                },
                campaign,
                chosen.toArray(UUID[]::new));
        return overtaken;
    }

    // Of the transaction, as its lines of the history.
    private Instant at() {
        return Objects.requireNonNull(template.queryForObject("select now()", OffsetDateTime.class))
                .toInstant();
    }

    /**
     * Takes back what the same reviewer decided at this moment: each stands again as it stood before. Those on which
     * something happened since are left as they are.
     *
     * @return how many changed
     */
    @Transactional
    int undo(UUID campaign, Instant at) {
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        int changed = template.update("""
                with meant as (
                  select s.id, coalesce((
                      select e.verb from campaigns.step e where e.submission_id = s.id and e.id < d.id
                        and e.verb <> 'file-exchanged'
                      order by e.id desc limit 1), '') as before
                  from campaigns.step d join campaigns.submission s on s.id = d.submission_id
                  where s.campaign_id = ? and d.at = ? and d.actor = ? and s.state <> 'withdrawn'
                    and not exists (select 1 from campaigns.step n where n.submission_id = s.id and n.id > d.id)),
                changed as (
                  update campaigns.submission s set state =
                    case when before in ('approved', 'rejected', 'asked') then before else 'received' end
                  from meant where meant.id = s.id returning s.id, s.state)
                insert into campaigns.step (submission_id, actor, verb)
                select id, ?, case state when 'received' then 'reopened' else state end from changed""", campaign, when, actor(), actor());
        if (changed > 0) audit.note("submission.undone", new ThingRef("campaign", campaign), changed + " submissions");
        return changed;
    }

    private static String check(Verb verb, String note) {
        String words = note.strip();
        if (verb.needsWords() && words.isEmpty())
            throw Refusal.invalid("Rejecting and asking back need a few words: the contributor reads them.");
        if (words.length() > LONGEST_NOTE)
            throw Refusal.invalid(
                    "The words may have " + LONGEST_NOTE + " characters, these have " + words.length() + ".");
        return words;
    }

    // What stands as it should already is left alone, so that nobody is told twice; other words are news, though.
    private static Wanted.Piece meant(Verb verb, Wanted wanted, List<UUID> chosen, @Nullable UUID newest) {
        // What was chosen is meant though it fits the view no more, as after somebody else's decision.
        Wanted.Piece where = (newest == null ? Wanted.all(wanted.campaign()) : wanted).where();
        List<Object> parameters = new ArrayList<>(where.parameters());
        String sql = where.sql() + " and s.state <> 'withdrawn' and ";
        if (newest != null) {
            parameters.add(newest);
            return new Wanted.Piece(sql + "s.state = 'received' and s.id <= ?", parameters);
        }
        parameters.add(chosen.toArray(UUID[]::new));
        sql += "s.id = any (?)";
        if (verb.needsWords()) return new Wanted.Piece(sql, parameters);
        parameters.add(verb.state());
        return new Wanted.Piece(sql + " and s.state <> ?", parameters);
    }

    private static Wanted.Piece and(Wanted.Piece one, Wanted.Piece other) {
        List<Object> parameters = new ArrayList<>(one.parameters());
        parameters.addAll(other.parameters());
        return new Wanted.Piece(one.sql() + " and " + other.sql(), parameters);
    }

    private int countWithout(Wanted.Piece agreed, Wanted.Piece meant) {
        Wanted.Piece without = and(meant, new Wanted.Piece("not " + agreed.sql(), agreed.parameters()));
        Integer count = template.queryForObject(
                "select count(*) from campaigns.submission s where " + without.sql(),
                Integer.class,
                without.parameters().toArray());
        return count == null ? 0 : count;
    }

    // One statement: a decision without its history, or the other way round, can't be.
    private List<UUID> change(Verb verb, Wanted.Piece which, String words) {
        List<Object> parameters = new ArrayList<>(List.of(verb.state()));
        parameters.addAll(which.parameters());
        parameters.addAll(List.of(actor(), verb == Verb.REOPEN ? "reopened" : verb.state(), words));
        return template.queryForList("""
                with changed as (
                  update campaigns.submission s set state = ? where %s returning s.id)
                insert into campaigns.step (submission_id, actor, verb, note) select id, ?, ?, ? from changed
                returning submission_id""".formatted(which.sql()), UUID.class, parameters.toArray());
    }

    private static String actor() {
        return Actor.find().map(Actor::toString).orElse("hub");
    }
}
