package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.Ties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations to what is no more lead nowhere; they hold nothing back. */
@Component
class InvitationTies implements Ties {
    private final JdbcClient jdbc;

    InvitationTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tie> list(Page page, ThingRef thing) {
        return List.of();
    }

    @Override
    public void forget(ThingRef thing) {
        jdbc.sql("delete from accounts.invitation where scope_kind = :kind and scope_id = :id")
                .param("kind", thing.kind())
                .param("id", thing.id())
                .update();
    }
}
