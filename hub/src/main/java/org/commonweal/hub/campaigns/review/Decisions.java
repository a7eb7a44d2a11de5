package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with submissions, each with its line in the history. Who may is the caller's to check. */
@Component
public class Decisions {
    private static final int LONGEST_NOTE = 2_000;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Files files;
    private final Audit audit;

    Decisions(JdbcTemplate template, JdbcClient jdbc, Files files, Audit audit) {
        this.template = template;
        this.jdbc = jdbc;
        this.files = files;
        this.audit = audit;
    }

    /** What a reviewer may decide. */
    public enum Verb {
        APPROVE("approved"),
        REJECT("rejected"),
        ASK("asked");

        private final String state;

        Verb(String state) {
            this.state = state;
        }

        String state() {
            return state;
        }
    }

    /** Approves all of a campaign's submissions that wait. */
    @Transactional
    public int approveWaiting(UUID campaign) {
        return decide(Verb.APPROVE, Wanted.all(campaign), List.of(), true, "");
    }

    /** Decides on these of a campaign's submissions, with words for their contributors. */
    @Transactional
    public int decide(Verb verb, UUID campaign, List<UUID> chosen, String note) {
        return decide(verb, Wanted.all(campaign), chosen, false, note);
    }

    /**
     * Decides on those of a view that the reviewer chose, or on all of it that wait.
     *
     * @return how many changed
     * @throws Refusal when a reason is needed and missing
     */
    @Transactional
    int decide(Verb verb, Wanted wanted, List<UUID> chosen, boolean all, String note) {
        String reason = note.strip();
        if (verb != Verb.APPROVE && reason.isEmpty())
            throw Refusal.invalid("Rejecting and asking back need a few words: the contributor reads them.");
        if (reason.length() > LONGEST_NOTE)
            throw Refusal.invalid(
                    "The words may have " + LONGEST_NOTE + " characters, these have " + reason.length() + ".");
        Wanted.Piece where = wanted.where();
        List<Object> parameters = new ArrayList<>(List.of(verb.state()));
        parameters.addAll(where.parameters());
        if (!all) parameters.add(chosen.toArray(UUID[]::new));
        parameters.addAll(List.of(actor(), verb.state(), reason));
        // One statement: a decision without its history, or the other way round, can't be.
        int changed = template.update(
                """
                with changed as (
                  update campaigns.submission s set state = ? where %s and s.state <> 'withdrawn' and %s returning s.id)
                insert into campaigns.step (submission_id, actor, verb, note) select id, ?, ?, ? from changed""".formatted(where.sql(), all ? "s.state in ('received', 'asked')" : "s.id = any (?)"),
                parameters.toArray());
        audit.note("submission." + verb.state(), new ThingRef("campaign", wanted.campaign()), changed + " submissions");
        return changed;
    }

    /** Takes a report back, with the versions that it replaced: answers and files go, the bare fact that it was stays. */
    @Transactional
    public void withdraw(UUID submission) {
        List<UUID> line = listLine(submission);
        jdbc
                .sql("delete from campaigns.attachment where submission_id in (:line) returning file_id")
                .param("line", line)
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .forEach(files::release);
        jdbc.sql("""
                        update campaigns.submission set state = 'withdrawn', xml = '', answers = '{}', latitude = null,
                          longitude = null, person_id = null, contributor = null where id in (:line)""").param("line", line).update();
        jdbc.sql("delete from private.reply_address where submission_id in (:line)")
                .param("line", line)
                .update();
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb) values (:id, 'contributor', 'withdrawn')")
                .param("id", submission)
                .update();
    }

    private List<UUID> listLine(UUID submission) {
        return jdbc.sql("""
                        with recursive line (id, replaces) as (
                          select id, replaces from campaigns.submission where id = :id
                          union all
                          select s.id, s.replaces from campaigns.submission s join line on s.id = line.replaces)
                        select id from line""").param("id", submission).query(UUID.class).list();
    }

    private static String actor() {
        return Actor.find().map(Actor::toString).orElse("hub");
    }
}
