package org.commonweal.hub.campaigns.review;

import java.util.UUID;
import org.commonweal.hub.frame.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A contributor answers what reviewers asked back; the report then waits to be looked at again. */
@Component
class Answering {
    static final int LONGEST = 2_000;
    private final JdbcClient jdbc;

    Answering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it says something, and not more than a reviewer reads. */
    static boolean isGood(String words) {
        return !words.isEmpty() && words.length() <= LONGEST;
    }

    /**
     * @param words that are good
     * @throws Refusal when nothing was asked
     */
    @Transactional
    public void answer(UUID submission, String words) {
        if (!isGood(words)) throw new IllegalArgumentException("No answer of 1 to " + LONGEST + " characters");
        int answered = jdbc.sql("update campaigns.submission set state = 'received' where id = :id and state = 'asked'")
                .param("id", submission)
                .update();
        if (answered == 0) throw Refusal.conflict("Nobody waits for an answer to this report now.");
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb, note)"
                        + " values (:id, 'contributor', 'answered', :note)")
                .param("id", submission)
                .param("note", words)
                .update();
    }
}
