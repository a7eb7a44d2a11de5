package org.commonweal.hub.campaigns.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.directory.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which public campaigns say what somebody typed: each word begins one of their texts' words, or of their asker's name. */
@Component
class CampaignSearch {
    private final JdbcClient jdbc;
    private final Organisations organisations;

    CampaignSearch(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /** @param words at least one, as {@link SearchWords} parts what was typed */
    Set<UUID> find(List<String> words) {
        List<String> conditions = new ArrayList<>(List.of("state <> 'draft'"));
        for (int i = 0; i < words.size(); i++)
            conditions.add("(words @@ directory.asked(:word" + i + ") or organisation_id = any(:askers" + i + "))");
        JdbcClient.StatementSpec statement =
                jdbc.sql("select id from campaigns.campaign where " + String.join(" and ", conditions));
        for (int i = 0; i < words.size(); i++)
            statement = statement
                    .param("word" + i, words.get(i))
                    .param("askers" + i, organisations.listNamed(words.get(i)).toArray(UUID[]::new));
        return statement.query(UUID.class).set();
    }
}
