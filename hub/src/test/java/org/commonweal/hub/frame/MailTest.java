package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters by a real mail server: they arrive, and when they can't they wait, are tried again, and it is told. */
@HubTest
class MailTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        patient(ServerSetup.SMTP), patient(ServerSetup.SMTPS),
    });

    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    private final String address = UUID.randomUUID() + "@example.org";

    // The server gives up on its own start after two seconds, which a busy machine may need.
    private static ServerSetup patient(ServerSetup kind) {
        ServerSetup setup = kind.dynamicPort();
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry settings) {
        SERVER.start();
        SERVER.setUser("hub@example.org", "hub", "secret");
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("spring.mail.username", () -> "hub");
        settings.add("spring.mail.password", () -> "secret");
        settings.add("spring.mail.properties.mail.smtp.auth", () -> "true");
        settings.add("commonweal.mail-from", () -> "hub@example.org");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void asSetUp() {
        sender.setPort(SERVER.getSmtp().getPort());
        sender.setPassword("secret");
        sender.getJavaMailProperties().keySet().removeIf(key -> key.toString().matches(".*(starttls|ssl).*"));
    }

    @Test
    void aLinkArrivesAndSignsIn() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in?lang=ar");
        visitor.post("/sign-in", Map.of("email", address));
        MimeMessage letter = arrived();
        assertThat(letter.getSubject()).isEqualTo("رابطك إلى Commonweal");
        assertThat(letter.getFrom()[0]).hasToString("hub@example.org");
        String text = letter.getContent().toString();
        assertThat(text).contains("لمدة 30 دقيقة");
        visitor.signIn(text.replaceAll("(?s).*http://localhost:\\d+(/sign-in/\\S+).*", "$1"));
        assertThat(visitor.get("/account").body()).contains(address);
        patiently()
                .untilAsserted(() ->
                        assertThat(rows()).as("what has left is kept nowhere").isZero());
    }

    @Test
    void aServerThatIsDownIsTriedAgainLessAndLessOften() {
        sender.setPort(1);
        mail.send(letter());
        expectFault("unreachable", 1);
        expectNextTry(Duration.ofSeconds(20));
        tryNow();
        expectFault("unreachable", 2);
        expectNextTry(Duration.ofSeconds(60));
        assertThat(administrator().get("/hub/outbox").body())
                .contains("waits, tried 2 times")
                .contains("The mail server could not be reached.");
        assertThat(administrator().get("/hub").body()).contains("Mail does not leave");
        sender.setPort(SERVER.getSmtp().getPort());
        tryNow();
        arrived();
        patiently().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void aWrongPasswordIsToldInPlainWords() {
        sender.setPassword("wrong");
        mail.send(letter());
        expectFault("password", 1);
        assertThat(administrator().get("/hub/outbox").body())
                .contains("did not accept the user name or the password")
                .doesNotContain("wrong");
        mail.forget(address);
    }

    @Test
    void withoutTheEncryptionThatWasAskedForNothingIsSent() {
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        mail.send(letter());
        expectFault("encryption", 1);
        assertThat(SERVER.getReceivedMessagesForDomain(address)).isEmpty();
        mail.forget(address);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() {
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        sender.setPort(SERVER.getSmtps().getPort());
        mail.send(letter());
        expectFault("encryption", 1);
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "*");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
        tryNow();
        arrived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "Ann <a@example.org>",
                "a@example.org\n\nbody",
                ""
            })
    void aLetterGoesToOneAddress(String to) {
        assertThatThrownBy(() -> new Mail.Letter(to, "Subject", "Text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameInTheSubjectAddsNoHeader() throws Exception {
        mail.send(new Mail.Letter(address, "Your link to A\r\nBcc: spy@example.org\r\n\r\nHello\u2028", "Text"));
        MimeMessage letter = arrived();
        assertThat(letter.getSubject()).startsWith("Your link to A Bcc: spy@example.org Hello");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getContent().toString().strip()).isEqualTo("Text");
    }

    // GreenMail throws on a thread of its own when a client breaks off, which is what one of the tests is about.
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).dontCatchUncaughtExceptions();
    }

    private Mail.Letter letter() {
        return new Mail.Letter(address, "A letter", "with words");
    }

    private MimeMessage arrived() {
        patiently().until(() -> SERVER.getReceivedMessagesForDomain(address).length == 1);
        return SERVER.getReceivedMessagesForDomain(address)[0];
    }

    private void expectFault(String fault, int attempts) {
        patiently().untilAsserted(() -> assertThat(waiting()).satisfies(waiting -> {
            assertThat(waiting.fault()).isEqualTo(fault);
            assertThat(waiting.attempts()).isEqualTo(attempts);
        }));
    }

    private void expectNextTry(Duration after) {
        patiently().until(() -> !next().isBefore(Instant.now()));
        Instant failed = jdbc.sql("select last_failure from frame.scheduled_tasks where task_instance = :id")
                .param("id", waiting().id().toString())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        assertThat(Duration.between(failed, next())).isBetween(after.minusSeconds(5), after.plusSeconds(5));
    }

    private Instant next() {
        return jdbc.sql("select execution_time from frame.scheduled_tasks where task_instance = :id and not picked")
                .param("id", waiting().id().toString())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    private void tryNow() {
        patiently()
                .until(() -> jdbc.sql(
                                        "update frame.scheduled_tasks set execution_time = now() where task_instance = :id and not picked")
                                .param("id", waiting().id().toString())
                                .update()
                        == 1);
    }

    private Mail.Waiting waiting() {
        return mail.listNewest(100).stream()
                .filter(waiting -> waiting.letter().to().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private long rows() {
        return mail.listNewest(100).stream()
                .filter(waiting -> waiting.letter().to().equals(address))
                .count();
    }

    private Visitor administrator() {
        return new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
    }
}
