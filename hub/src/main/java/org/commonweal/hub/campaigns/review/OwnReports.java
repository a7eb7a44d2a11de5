package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.PersonRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports a person sent while signed in. They stay when the account goes, without a tie to it. */
@Component
class OwnReports implements PersonRecords {
    private final JdbcClient jdbc;
    private final ReplyAddresses replies;

    OwnReports(JdbcClient jdbc, ReplyAddresses replies) {
        this.jdbc = jdbc;
        this.replies = replies;
    }

    @Override
    public String section() {
        return "reports";
    }

    @Override
    public Object export(UUID person) {
        List<Map<String, Object>> rows =
                jdbc.sql("""
                        select s.id::text, c.title ->> (c.title ->> 'source') as campaign, s.received_at::text, s.state,
                          s.answers::text
                        from campaigns.submission s join campaigns.campaign c on c.id = s.campaign_id
                        where s.person_id = :person order by s.id""").param("person", person).query().listOfRows();
        return rows;
    }

    @Override
    public void forget(UUID person) {
        replies.forget(jdbc.sql("select id from campaigns.submission where person_id = :person")
                .param("person", person)
                .query(UUID.class)
                .list());
        // The mark was made of the account's identifier, which stays in the audit trail, so whoever holds the hub's key
        // could make it again. A random one for each campaign keeps the count of people as it was.
        jdbc.sql("""
                        with fresh as materialized (
                          select campaign_id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as mark
                          from (select distinct campaign_id from campaigns.submission where person_id = :person) mine)
                        update campaigns.submission s set person_id = null,
                          contributor = case when s.contributor is not null then fresh.mark end
                        from fresh where s.campaign_id = fresh.campaign_id and s.person_id = :person""").param("person", person).update();
    }
}
