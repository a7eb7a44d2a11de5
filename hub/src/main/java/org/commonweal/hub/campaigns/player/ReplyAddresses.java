package org.commonweal.hub.campaigns.player;

import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where contributors asked to be told what became of their reports. */
@Component
class ReplyAddresses {
    private final JdbcClient jdbc;
    private final Personal personal;

    ReplyAddresses(JdbcClient jdbc, Personal personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** @param link the secret of the report's private link */
    void put(Secret link, EmailAddress address) {
        jdbc.sql("""
                        insert into private.reply_address (submission_id, sealed)
                        select id, :sealed from campaigns.submission where link_digest = :link
                        on conflict (submission_id) do update set sealed = excluded.sealed""")
                .param("sealed", personal.sealForHub(address.text()))
                .param("link", link.digest())
                .update();
    }
}
