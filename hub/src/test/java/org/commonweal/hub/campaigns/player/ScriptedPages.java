package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonweal.hub.Axe;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A telephone with scripts before a campaign about wells, past its consent: what its answers are kept by, and its line cut. */
@HubTest
abstract class ScriptedPages {
    static final Pattern KEPT = Pattern.compile("Your draft is kept");

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    Campaign campaign;

    BrowserContext telephone;

    Page page;

    @BeforeEach
    void begin() {
        campaign = Wells.ask(campaigns, forms, Wells.FORM);
        telephone = Telephone.open(true);
        telephone.setDefaultTimeout(20_000);
        // A line that comes back unannounced is found after some seconds.
        setDefaultAssertionTimeout(20_000);
        telephone.grantPermissions(List.of("geolocation"));
        telephone.setGeolocation(new Geolocation(44.82, 20.46).setAccuracy(12));
        page = telephone.newPage();
        agree();
    }

    void agree() {
        page.navigate(address());
        expectNothingSerious();
        page.getByLabel("I have read this and I agree").check();
        press("Begin");
        page.getByLabel("Name of the well").waitFor();
    }

    void toThePhoto() {
        page.getByLabel("Name of the well").fill("Bir");
        page.getByLabel("How deep is it, in metres?").fill("12");
        page.getByLabel("Yes", exactly()).check();
        press("Next");
        page.getByText("Its place").waitFor();
        press("Next");
        page.getByLabel("A photo of it").waitFor();
    }

    void toTheEnd() {
        toThePhoto();
        press("Next");
        page.getByLabel("How many people?").waitFor();
    }

    void cut(Consumer<Route> end) {
        page.route("**/answer", route -> {
            if (route.request().method().equals("POST")) end.accept(route);
            else route.resume();
        });
    }

    void mend() {
        page.unroute("**/answer");
    }

    void expectToWait() {
        assertThat(page.locator(".autosave")).containsText("Your answers are not sent yet");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send now")))
                .isInViewport();
        assertThat(stored()).isEqualTo("0");
    }

    void expectThanks() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                .isVisible();
        assertThat(stored()).isEqualTo("1");
    }

    String stored() {
        return one("select count(*) from campaigns.submission where campaign_id = :campaign");
    }

    void expectNothingSerious() {
        assertThat(Axe.seriousIn(page)).isEmpty();
    }

    void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    String address() {
        return "http://localhost:" + port + campaign.path() + "/answer";
    }

    String one(String sql) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }
}
