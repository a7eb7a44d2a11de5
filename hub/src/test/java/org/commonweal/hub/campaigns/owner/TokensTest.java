package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys for apps and sensors: shown once, good until they are revoked, and in the audit trail. */
@HubTest
class TokensTest {
    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    private Owner owner;

    @BeforeEach
    void comeIn() {
        owner = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void aKeyIsShownOnceAndWorksUntilItIsRevoked() {
        String campaign = owner.makeOpen("Wells by app");
        String made = owner.browser
                .post(campaign + "/tokens", Map.of("kind", "collect", "label", "Tuesday team"))
                .body();
        String server = made.replaceAll("(?s).*>http://[^/]+(/openrosa/[^<]+)</output>.*", "$1");
        Visitor app = new Visitor(port);
        Map<String, String> version = Map.of("X-OpenRosa-Version", "1.0");
        assertThat(app.get(server + "/formList", version).body()).contains("<formID>");
        String list = owner.browser.get(campaign + "/tokens").body();
        assertThat(list).contains("Tuesday team").doesNotContain(server);
        String revoke = list.replaceAll("(?s).*action=\"([^\"]+/revoke)\".*", "$1");
        owner.browser.post(revoke, Map.of());
        assertThat(app.get(server + "/formList", version).statusCode()).isEqualTo(403);
    }

    @Test
    void aDeviceIsToldWhereToSend() {
        String campaign = owner.makeOpen("Wells by sensor");
        String made = owner.browser
                .post(campaign + "/tokens", Map.of("kind", "device", "label", "By the school"))
                .body();
        String address = made.replaceAll("(?s).*>http://[^/<]+(/api/v1/devices/[^<]+/readings)</output>.*", "$1");
        assertThat(new Visitor(port).get(address).statusCode())
                .as("taken by post alone")
                .isEqualTo(405);
    }

    /** The trail says of keys what happened, and no more. */
    @Test
    void aKeyIsRevokedOnceAndOneThatIsNotHereNever() {
        String campaign = owner.makeOpen("Wells by key");
        String neighbour = owner.makeOpen("Wells without a key");
        owner.browser.post(campaign + "/tokens", Map.of("kind", "collect", "label", "Tuesday team"));
        String revoke =
                owner.browser.get(campaign + "/tokens").body().replaceAll("(?s).*action=\"([^\"]+/revoke)\".*", "$1");
        String elsewhere = revoke.replace(campaign, neighbour);
        String unknown = campaign + "/tokens/" + UUID.randomUUID() + "/revoke";
        for (String path : new String[] {elsewhere, unknown})
            assertThat(owner.browser.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(revoked()).isZero();
        for (int i = 0; i < 2; i++)
            assertThat(owner.browser.post(revoke, Map.of()).statusCode()).isEqualTo(302);
        assertThat(revoked()).isOne();
    }

    private int revoked() {
        return jdbc.sql("select count(*) from frame.audit where action = 'campaign.token-revoked' and actor = :actor")
                .param("actor", "person:" + owner.person)
                .query(Integer.class)
                .single();
    }
}
