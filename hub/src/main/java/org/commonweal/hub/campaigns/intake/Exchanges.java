package org.commonweal.hub.campaigns.intake;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Another content under the name of a file that is here: taken from whoever sent the report as long as nobody has decided
 * on it, since the first may have been cut off on its way (decision 0068). Rare, so one by one.
 */
@Component
class Exchanges {
    private final JdbcClient jdbc;
    private final Files files;

    Exchanges(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /**
     * To be called within the group's transaction, which holds the submission: nobody decides on it meanwhile.
     *
     * @return false when the file that is here stays
     */
    boolean take(Arrival arrival, UUID submission, String name, Files.Content content) {
        Optional<UUID> before = findOpen(arrival, submission, name);
        if (before.isEmpty()) return false;
        jdbc.sql("update campaigns.attachment set file_id = :file where submission_id = :submission and name = :name")
                .param("file", files.refer(content, name))
                .param("submission", submission)
                .param("name", name)
                .update();
        files.release(before.get());
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb, note)"
                        + " values (:submission, 'contributor', 'file-exchanged', :name)")
                .param("submission", submission)
                .param("name", name)
                .update();
        return true;
    }

    // The sender as for changes of a report: by account, else by device, else by the token alone (Edits).
    private Optional<UUID> findOpen(Arrival arrival, UUID submission, String name) {
        return jdbc.sql("""
                        select a.file_id from campaigns.attachment a join campaigns.submission s on s.id = a.submission_id
                        where s.id = :submission and a.name = :name
                          and s.state in ('received', 'asked') and not s.replaced
                          and case when s.person_id is not null then s.person_id is not distinct from :person::uuid
                                   when s.contributor is not null then s.contributor is not distinct from :contributor
                                   else s.token_id is null or s.token_id is not distinct from :token::uuid end""")
                .param("submission", submission)
                .param("name", name)
                .param("person", arrival.person(), java.sql.Types.OTHER)
                .param("contributor", arrival.contributor(), java.sql.Types.BINARY)
                .param("token", arrival.token(), java.sql.Types.OTHER)
                .query(UUID.class)
                .optional();
    }
}
