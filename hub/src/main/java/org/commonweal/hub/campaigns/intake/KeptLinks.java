package org.commonweal.hub.campaigns.intake;

import java.util.Arrays;
import java.util.List;
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

    /**
     * @return empty where no identifier tells it, as of a report that came through the light player; and where nothing but
     *     the shared token says that this comes from the report's sender
     */
    public Optional<Secret> find(Campaign campaign, Instance edit) {
        List<Secret> links = jdbc
                .sql("""
                        with recursive line (id, instance_id, replaces, contributor) as (
                          select id, instance_id, replaces, contributor from campaigns.submission
                          where campaign_id = :campaign and instance_id = :instance
                          union all
                          select s.id, s.instance_id, s.replaces, s.contributor
                          from campaigns.submission s join line on s.id = line.replaces)
                        select instance_id from line where (select bool_and(contributor is not null) from line)""")
                .param("campaign", campaign.id())
                .param("instance", edit.instanceId())
                .query(String.class)
                .list()
                .stream()
                .map(instanceId -> arrivals.linkOf(campaign, instanceId))
                .toList();
        List<byte[]> opening = jdbc.sql(
                        "select link_digest from campaigns.submission where link_digest = any (:digests)")
                .param("digests", links.stream().map(Secret::digest).toArray(byte[][]::new))
                .query(byte[].class)
                .list();
        return links.stream()
                .filter(link -> opening.stream().anyMatch(digest -> Arrays.equals(digest, link.digest())))
                .findFirst();
    }
}
