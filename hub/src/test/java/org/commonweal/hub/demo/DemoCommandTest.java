package org.commonweal.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.accounts.People;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class DemoCommandTest {
    @Autowired
    DemoCommand demo;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aHubThatIsNotEmptyIsRefusedAndStaysAsItIs() throws Exception {
        UUID person = people.create("");
        Troupe.as(person, () -> organisations.create("A real association"));
        long before = count();
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is not empty", "--data DIR", "Nothing was changed");
        assertThat(settings.find(Settings.DEMONSTRATION)).isEmpty();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatItDoesNotUnderstandItSays() throws Exception {
        assertThat(run("--small")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--small");
    }

    private int run(String... words) throws Exception {
        return demo.run(List.of(words), new PrintStream(said));
    }

    private long count() {
        return jdbc.sql("select count(*) from accounts.person")
                .query(Long.class)
                .single();
    }
}
