package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.ThingRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open campaign closes by hand or on its day, and may open again. */
@HubTest
class ClosingTest {
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Closing closing;

    @Autowired
    Links links;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void comeIn() {
        if (owner != null) return;
        owner = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void opensClosesAndOpensAgain() {
        String campaign = owner.makeOpen("Wells open");
        assertThat(find(campaign).isOpen()).isTrue();
        assertThat(links.listTo(new ThingRef("organisation", owner.organisation)))
                .anyMatch(link -> link.path().equals(campaign) && link.verb().equals("asked-by"));
        owner.browser.post(campaign + "/close", Map.of());
        assertThat(find(campaign).state()).isEqualTo(Campaign.State.CLOSED);
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).isTrue();
    }

    @Test
    void closesByItselfWhenTheLastDayIsOver() {
        String past = owner.makeOpen("Wells until yesterday");
        String open = owner.makeOpen("Wells until next year");
        endOn(past, "current_date - 2");
        endOn(open, "current_date + 300");
        closing.closeDue();
        assertThat(find(past).state()).isEqualTo(Campaign.State.CLOSED);
        assertThat(find(open).state()).isEqualTo(Campaign.State.OPEN);
        assertThat(owner.browser.get(past + "/check").body()).contains("The last day has passed");
    }

    private void endOn(String campaign, String date) {
        jdbc.sql("update campaigns.campaign set closes_on = " + date + " where id = :id")
                .param("id", find(campaign).id())
                .update();
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
