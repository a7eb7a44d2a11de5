package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database opens with the key that its rows were sealed under, and with no other. */
@HubTest
class HubKeysTest {
    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path elsewhere;

    @Test
    void makesNoNewKeyForADatabaseThatHasOne() {
        assertThatThrownBy(() -> new HubKeys(settingsWith(elsewhere)))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("sealed under another key");
        assertThat(elsewhere.resolve("keys/hub")).doesNotExist();
    }

    @Test
    void takesNoKeyOfAnotherHub() throws IOException {
        Files.createDirectories(elsewhere.resolve("keys"));
        Files.write(elsewhere.resolve("keys/hub"), new byte[32]);
        assertThatThrownBy(() -> new HubKeys(settingsWith(elsewhere)))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("another hub's");
    }

    @Test
    void takesItsOwn() throws IOException {
        byte[] value = {1, 2, 3};
        assertThat(new HubKeys(settings).digest("test", value)).isEqualTo(new HubKeys(settings).digest("test", value));
    }

    private Settings settingsWith(Path data) {
        return new Settings(jdbc, "", 8080, data);
    }
}
