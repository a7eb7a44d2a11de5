package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail says of keys what happened, and no more. */
@HubTest
class TokenTrailTest {
    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aKeyIsRevokedOnceAndOneThatIsNotHereNever() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        String campaign = owner.makeOpen("Wells by key");
        String neighbour = owner.makeOpen("Wells without a key");
        owner.browser.post(campaign + "/tokens", Map.of("kind", "collect", "label", "Tuesday team"));
        String revoke =
                owner.browser.get(campaign + "/tokens").body().replaceAll("(?s).*action=\"([^\"]+/revoke)\".*", "$1");
        String elsewhere = revoke.replace(campaign, neighbour);
        String unknown = campaign + "/tokens/" + UUID.randomUUID() + "/revoke";
        for (String path : new String[] {elsewhere, unknown})
            assertThat(owner.browser.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(revoked(owner)).isZero();
        for (int i = 0; i < 2; i++)
            assertThat(owner.browser.post(revoke, Map.of()).statusCode()).isEqualTo(302);
        assertThat(revoked(owner)).isOne();
    }

    private int revoked(Owner owner) {
        return jdbc.sql("select count(*) from frame.audit where action = 'campaign.token-revoked' and actor = :actor")
                .param("actor", "person:" + owner.person)
                .query(Integer.class)
                .single();
    }
}
