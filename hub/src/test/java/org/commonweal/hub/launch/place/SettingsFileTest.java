package org.commonweal.hub.launch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsFileTest {
    @TempDir
    Path home;

    @Test
    void theExampleAndAnEmptyFileAreSound() throws Exception {
        SettingsFile.requireSound(home);
        write("");
        SettingsFile.requireSound(home);
        // With every setting taken out of its comment.
        write(Files.readString(Path.of("../commonweal.yaml.example")).replaceAll("(?m)^(\\s*)#([a-z ]+:)", "$1$2"));
        assertThat(Files.readString(home.resolve("commonweal.yaml"))).contains("\n  port: 8080");
        SettingsFile.requireSound(home);
        write("commonweal.port: 9000");
        SettingsFile.requireSound(home);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        write("""
                data: /srv/hub
                commonweal:
                  prot: 9000
                  publicUrl: https://hub.example.org
                """);
        assertThatThrownBy(() -> SettingsFile.requireSound(home))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«data» must be indented, under a line «commonweal:»")
                .hasMessageContaining("there is no setting «prot». Did you mean port?")
                .hasMessageContaining("there is no setting «publicUrl». Did you mean public-url?");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws Exception {
        write("commonweal:\n\tport: 9000\n");
        assertThatThrownBy(() -> SettingsFile.requireSound(home))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("commonweal.yaml, line 2: ")
                .hasMessageContaining("indented by spaces");
        Files.write(home.resolve("commonweal.yaml"), "commonweal: {data: é}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SettingsFile.requireSound(home)).hasMessageContaining("is not in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.example.org",
                "nonsense",
                "http:",
                "http://",
                "ftp://hub.example.org",
                "https://hub.example.org/path",
                "https://hub.example.org?x",
                "https://me:secret@hub.example.org",
                "https://hub example.org"
            })
    void aPublicAddressThatIsNoSiteIsRefused(String url) {
        assertThatThrownBy(() -> Setting.findPublicUrl(of("commonweal.public-url", url)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("must look like https://hub.example.org");
    }

    @Test
    void aPublicAddressMayHaveAPortAndASlash() {
        assertThat(Setting.findPublicUrl(of("commonweal.public-url", "https://hub.example.org:8443/")))
                .contains("https://hub.example.org:8443/");
        assertThat(Setting.findPublicUrl(of("commonweal.public-url", " "))).isEmpty();
    }

    @Test
    void aPortThatIsNoneIsRefusedWhereverItWasSaid() {
        assertThatThrownBy(() -> Setting.port(of("commonweal.port", "abc")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("COMMONWEAL_PORT")
                .hasMessageContaining("was «abc»");
    }

    private void write(String text) throws Exception {
        Files.writeString(home.resolve("commonweal.yaml"), text);
    }

    private static StandardEnvironment of(String key, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("said", Map.of(key, value)));
        return environment;
    }
}
