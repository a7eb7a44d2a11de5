package org.commonweal.hub.campaigns.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
     * A second press of the button, with the same words, finds its answer kept.
     *
     * @param words that are good
     * @return false when nobody waits for an answer, and the words are not kept
     */
    @Transactional
    public boolean answer(UUID submission, String words) {
        if (!isGood(words)) throw new IllegalArgumentException("No answer of 1 to " + LONGEST + " characters");
        int answered = jdbc.sql("update campaigns.submission set state = 'received' where id = :id and state = 'asked'")
                .param("id", submission)
                .update();
        if (answered == 0) return words.equals(findLast(submission));
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb, note)"
                        + " values (:id, 'contributor', 'answered', :note)")
                .param("id", submission)
                .param("note", words)
                .update();
        return true;
    }

    private @Nullable String findLast(UUID submission) {
        return jdbc.sql("select note from campaigns.step where submission_id = :id and verb = 'answered'"
                        + " order by id desc limit 1")
                .param("id", submission)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
