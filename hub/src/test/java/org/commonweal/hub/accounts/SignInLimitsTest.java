package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How often one may ask and try; each test comes from a network address of its own, by a proxy on this machine. */
@HubTest
class SignInLimitsTest {
    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Test
    void fourLettersToOneAddressAndNobodyIsToldOfTheFifth() {
        Visitor visitor = new Visitor(port);
        String address = UUID.randomUUID() + "@example.org";
        visitor.get("/sign-in");
        for (int i = 0; i < 4; i++)
            assertThat(ask(visitor, "203.0.113.1", address).statusCode()).isEqualTo(200);
        HttpResponse<String> fifth = ask(visitor, "203.0.113.2", address.toUpperCase());
        assertThat(fifth.statusCode()).isEqualTo(200);
        assertThat(fifth.body()).contains("Ask for your link");
        assertThat(mail.listNewest(200).stream()
                        .filter(waiting -> waiting.letter().to().equalsIgnoreCase(address)))
                .hasSize(4);
    }

    @Test
    void sixtyLettersFromOneNetworkAddress() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        requireLimit(60, () -> ask(visitor, "203.0.113.3", UUID.randomUUID() + "@example.org")
                .statusCode());
        assertThat(ask(visitor, "203.0.113.3", UUID.randomUUID() + "@example.org")
                        .body())
                .contains("A little slower, please");
        assertThat(ask(visitor, "203.0.113.4", UUID.randomUUID() + "@example.org")
                        .statusCode())
                .as("others are not shut out")
                .isEqualTo(200);
    }

    @Test
    void aThousandLinksTriedFromOneNetworkAddress() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        requireLimit(1_000, () -> guess(visitor, "203.0.113.5", "/sign-in/guess"));
        // Guessing an invitation counts as the same.
        requireLimit(0, 1_000, () -> guess(visitor, "203.0.113.5", "/invitations/guess"));
        assertThat(guess(visitor, "203.0.113.6", "/sign-in/guess")).isEqualTo(200);
    }

    private static void requireLimit(int limit, IntSupplier status) {
        requireLimit(limit, limit, status);
    }

    /** @param left how much of the limit is left: with what comes back while one asks, no more may pass */
    private static void requireLimit(int left, int limit, IntSupplier status) {
        long from = System.nanoTime();
        int passed = 0;
        int answer;
        while ((answer = status.getAsInt()) == 200) passed++;
        assertThat(answer).isEqualTo(429);
        double windows = (System.nanoTime() - from) / 1e9 / SignInPages.WINDOW.toSeconds();
        assertThat(passed).isBetween(left, left + (int) Math.ceil(limit * windows) + 1);
    }

    private static HttpResponse<String> ask(Visitor visitor, String from, String address) {
        return visitor.post("/sign-in", Map.of("email", address), Map.of("X-Forwarded-For", from));
    }

    private static int guess(Visitor visitor, String from, String path) {
        return visitor.post(path, Map.of(), Map.of("X-Forwarded-For", from)).statusCode();
    }
}
