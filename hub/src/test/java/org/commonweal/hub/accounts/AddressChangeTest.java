package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another address for an account: its reader shows that they read it, the one before is told. */
@HubTest
class AddressChangeTest {
    @LocalServerPort
    int port;

    @Autowired
    SignInLinks links;

    @Autowired
    People people;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    private final String old = UUID.randomUUID() + "@example.org";
    private final String fresh = UUID.randomUUID() + "@example.org";

    @Test
    void holdsWhenTheLinkWasOpenedAndTheOldAddressIsTold() {
        Visitor visitor = signedIn(old);
        String link = ask(visitor, fresh);
        assertThat(link).startsWith("/account/email/");
        assertThat(people.findByEmail(fresh)).as("not before the tap").isEmpty();
        assertThat(visitor.get(link).body()).contains("Use this address");
        assertThat(people.findByEmail(fresh)).as("looking is no tap").isEmpty();

        assertThat(visitor.post(link, Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/account?done=address"));
        assertThat(visitor.get("/account?done=address").body())
                .contains("Your address is changed")
                .contains(fresh);
        assertThat(people.findByEmail(old)).isEmpty();
        assertThat(letter(old).subject()).isEqualTo("Your address on Commonweal was changed");
        assertThat(letter(old).text())
                .as("who has the old mailbox learns no more")
                .doesNotContain(fresh);
        assertThat(visitor.post(link, Map.of()).body()).contains("has been used");
    }

    @Test
    void isOfNoUseToWhomItWasSentByASlip() {
        String link = ask(signedIn(old), fresh);
        Visitor other = signedIn(UUID.randomUUID() + "@example.org");
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get(link).body()).contains("Sign in to your account as before");
        assertThat(stranger.post(link, Map.of()).statusCode()).isEqualTo(403);
        assertThat(other.post(link, Map.of()).body()).contains("Sign in to your account as before");
        assertThat(stranger.post(link.replace("/account/email/", "/sign-in/"), Map.of())
                        .body())
                .contains("has been used");
        assertThat(people.findByEmail(old)).isPresent();
        assertThat(people.findByEmail(fresh)).isEmpty();
    }

    @Test
    void isRefusedWhereAnotherAccountHasTheAddress() {
        Visitor visitor = signedIn(old);
        String link = ask(visitor, fresh);
        signedIn(fresh);
        assertThat(visitor.post(link, Map.of()).body()).contains("Another account has this address");
        assertThat(people.findByEmail(old)).isPresent();
        assertThat(visitor.get("/account").body()).contains(old).doesNotContain(fresh);
    }

    @Test
    void isOverAfterHalfAnHour() {
        Visitor visitor = signedIn(old);
        String link = ask(visitor, fresh);
        jdbc.sql("update accounts.sign_in_link set expires_at = now() - interval '1 second'"
                        + " where person_id = :person")
                .param("person", people.findByEmail(old).orElseThrow())
                .update();
        assertThat(visitor.get(link).body()).contains("has run out");
        assertThat(visitor.post(link, Map.of()).body()).contains("has run out");
        assertThat(people.findByEmail(old)).isPresent();
    }

    @Test
    void isAskedForFiveTimesAnHourAtMost() {
        Visitor visitor = signedIn(old);
        visitor.get("/account");
        for (int i = 0; i < 5; i++) ask(visitor, UUID.randomUUID() + "@example.org");
        assertThat(visitor.post("/account/email", Map.of("email", fresh)).statusCode())
                .isEqualTo(429);
        assertThat(letters(fresh)).isEmpty();
    }

    private String ask(Visitor visitor, String email) {
        visitor.get("/account");
        visitor.post("/account/email", Map.of("email", email));
        return letter(email).text().replaceAll("(?s).*(/account/email/\\S+).*", "$1");
    }

    private Visitor signedIn(String email) {
        return new Visitor(port).signIn("/sign-in/" + links.makeFor(email).text());
    }

    private Mail.Letter letter(String to) {
        return letters(to).getFirst();
    }

    private List<Mail.Letter> letters(String to) {
        return mail.listNewest(100).stream()
                .map(Mail.Waiting::letter)
                .filter(letter -> letter.to().equals(to))
                .toList();
    }
}
