package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.frame.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class FirstPageTest {
    @LocalServerPort
    int port;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isServedUnderTheAddressThatTheHubNames() throws Exception {
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:" + port);
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(settings.publicUrl())).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void comesFromADatabaseThatLosesNothing() {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
    }
}
