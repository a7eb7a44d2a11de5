package org.commonweal.hub.evidence;

import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.Ties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation that published stays, as long as the log tells of it; so does one whose reviewers prepare something. */
@Component
class FindingTies implements Ties {
    private final JdbcClient jdbc;

    FindingTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tie> list(Page page, ThingRef thing) {
        if (!thing.kind().equals("organisation")) return List.of();
        int number = jdbc.sql("""
                        select (select count(*) from evidence.finding where organisation_id = :organisation)
                          + (select count(*) from evidence.draft
                             where organisation_id = :organisation and published_version is null)""")
                .param("organisation", thing.id())
                .query(Integer.class)
                .single();
        return number == 0 ? List.of() : List.of(new Tie(page.t("evidence.tie", number)));
    }
}
