package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.Files;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A contributor takes a report back. */
@Component
public class Withdrawal {
    private final JdbcClient jdbc;
    private final Files files;
    private final ReplyAddresses replies;

    Withdrawal(JdbcClient jdbc, Files files, ReplyAddresses replies) {
        this.jdbc = jdbc;
        this.files = files;
        this.replies = replies;
    }

    /**
     * Takes a report back with the versions that it replaced: answers, files, words of the review and the address to be
     * told at go, and so does the digest of what was sent: a short form's answers could be guessed until it fits. The
     * bare fact that it was stays, so that a client which sends it again does not bring it back, and so does the digest of
     * the private link, whose page goes on telling that it was taken back.
     */
    @Transactional
    public void withdraw(UUID submission) {
        List<UUID> line = holdLine(submission);
        if (line.isEmpty()) return;
        releaseFiles(line);
        jdbc.sql("""
                        update campaigns.submission set state = 'withdrawn', xml = '', answers = '{}', broken = '{}', latitude = null,
                          longitude = null, person_id = null, contributor = null, token_id = null,
                          observed_at = received_at, sha256 = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
                        where id in (:line)""").param("line", line).update();
        replies.forget(line);
        // What was asked back may repeat what was answered.
        jdbc.sql("update campaigns.step set note = '' where submission_id in (:line)")
                .param("line", line)
                .update();
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb) values (:id, 'contributor', 'withdrawn')")
                .param("id", submission)
                .update();
    }

    private void releaseFiles(List<UUID> line) {
        jdbc
                .sql("delete from campaigns.attachment where submission_id in (:line) returning file_id")
                .param("line", line)
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .forEach(files::release);
    }

    // Held until it is done: an edit or a file that comes in at this moment waits, and finds it withdrawn.
    private List<UUID> holdLine(UUID submission) {
        List<UUID> line =
                jdbc.sql("""
                        with recursive line (id, replaces) as (
                          select id, replaces from campaigns.submission where id = :id
                          union all
                          select s.id, s.replaces from campaigns.submission s join line on s.id = line.replaces)
                        select id from line""").param("id", submission).query(UUID.class).list();
        return jdbc.sql("select id from campaigns.submission where id in (:line) and state <> 'withdrawn'"
                        + " order by id for update")
                .param("line", line)
                .query(UUID.class)
                .list();
    }
}
