package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An address that somebody made up is answered as one, and is no fault of the hub. */
@HubTest
class WrongAddressTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%00", "/findings?q=%00", "/log/entries?q=a%00b", "/organisations?q=%00"})
    void refusesNul(String address) {
        assertThat(new Visitor(port).get(address).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?a=%FF", "/search?q=%FF", "/organisations?place=%F0%9F", "/findings?q=%C3"})
    void refusesBytesThatAreNoLetters(String address) {
        HttpResponse<String> answer = new Visitor(port).get(address);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("That did not fit").doesNotContain("on our side");
    }

    /** The container refuses these before any of our filters; no client of the JDK would ask for them. */
    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%00", "/%2e%2e/etc", "/%zz"})
    void tellsOnAPageOfItsOwnWhatNobodyCanRead(String address) throws IOException {
        try (Socket line = new Socket("localhost", port)) {
            String request =
                    "GET " + address + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n";
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("This address can’t be read", "Content-Security-Policy: default-src 'none'", "nosniff")
                    .doesNotContain("<style", "style=", "Tomcat", "HTTP Status");
        }
    }

    @Test
    void refusesNulInAForm() {
        assertThat(new Visitor(port)
                        .post("/sign-in", Map.of("email", "a\0@example.org"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/findings/x",
                "/findings/x/v/99999999999",
                "/findings/x/v/y",
                "/campaigns/wells/form/1.xlsx",
                "/reports/nothing-of-ours/"
            })
    void findsNothing(String address) {
        assertThat(new Visitor(port).get(address).statusCode()).isEqualTo(404);
    }
}
