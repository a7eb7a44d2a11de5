package org.commonweal.hub.campaigns.intake;

import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The private link of a report that was changed: it goes on with the line, and so is told by an earlier identifier. */
@Component
public class KeptLinks {
    private final JdbcClient jdbc;
    private final Arrivals arrivals;

    KeptLinks(JdbcClient jdbc, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
    }

    /** @return empty where no identifier tells it, as of a report that came through the light player */
    public Optional<Secret> find(Campaign campaign, Instance edit) {
        return jdbc
                .sql("""
                        with recursive line (id, instance_id, replaces) as (
                          select id, instance_id, replaces from campaigns.submission
                          where campaign_id = :campaign and instance_id = :instance
                          union all
                          select s.id, s.instance_id, s.replaces
                          from campaigns.submission s join line on s.id = line.replaces)
                        select instance_id from line""")
                .param("campaign", campaign.id())
                .param("instance", edit.instanceId())
                .query(String.class)
                .list()
                .stream()
                .map(instanceId -> arrivals.linkOf(campaign, instanceId))
                .filter(this::opens)
                .findFirst();
    }

    private boolean opens(Secret link) {
        return jdbc.sql("select exists (select from campaigns.submission where link_digest = :digest)")
                .param("digest", link.digest())
                .query(Boolean.class)
                .single();
    }
}
