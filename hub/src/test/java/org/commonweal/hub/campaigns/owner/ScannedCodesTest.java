package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The codes that pages show, read as a telephone reads them: from the points on the screen. */
@HubTest
class ScannedCodesTest {
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    private BrowserContext browser;

    @BeforeEach
    void comeIn() {
        if (owner == null) owner = Owner.comeIn(port, mail, jdbc);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/poster"})
    void leadToTheCampaign(String where) throws Exception {
        String campaign = owner.makeOpen("Wells to scan");
        Page page = open(ColorScheme.LIGHT);
        page.navigate(owner.browser.base() + campaign + where);
        String address = scan(page);
        assertThat(URI.create(address).getPath()).startsWith(campaign);
        assertThat(address).startsWith(owner.browser.base() + "/");
        assertThat(new Visitor(port).get(URI.create(address).getPath()).body()).contains("Wells to scan");
    }

    /** Settings as ODK's documentation has them, «Configuring Collect with QR codes»: Base64 of JSON deflated by zlib. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void setOdkCollectUp(ColorScheme scheme) throws Exception {
        String campaign = owner.makeOpen("Wells for ODK Collect, «السقاية»");
        Page page = open(scheme);
        page.navigate(owner.browser.base() + campaign + "/tokens");
        page.getByLabel("Name").fill("Tuesday team");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the key"))
                .click();
        byte[] packed = Base64.getDecoder().decode(scan(page));
        JsonNode settings = JsonMapper.shared()
                .readTree(new String(
                        new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
                        StandardCharsets.UTF_8));
        assertThat(settings.propertyNames()).containsExactlyInAnyOrder("general", "admin", "project");
        assertThat(settings.get("admin").isObject()).isTrue();
        assertThat(settings.get("project").get("name").asString()).isEqualTo("Wells for ODK Collect, «السقاية»");
        String server = settings.get("general").get("server_url").asString();
        assertThat(server).isEqualTo(page.getByLabel("Server address").textContent());
        assertThat(new Visitor(port)
                        .get(URI.create(server).getPath() + "/formList", Map.of("X-OpenRosa-Version", "1.0"))
                        .body())
                .contains("<formID>");
    }

    private Page open(ColorScheme scheme) {
        browser = Browser.get().newContext(new NewContextOptions().setColorScheme(scheme));
        owner.browser
                .cookies()
                .forEach((name, value) ->
                        browser.addCookies(List.of(new Cookie(name, value).setUrl(owner.browser.base()))));
        return browser.newPage();
    }

    private static String scan(Page page) throws Exception {
        BufferedImage seen = ImageIO.read(
                new ByteArrayInputStream(page.locator(".qr-code").first().screenshot()));
        int[] points = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), points))))
                .getText();
    }
}
