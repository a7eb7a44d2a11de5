package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.frame.Personal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account that goes leaves its reports, one contributor as before, and nothing that leads from them to it. */
@HubTest
class OwnReportsTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    OwnReports own;

    @Autowired
    Personal personal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goWithoutTheAddressThatWasLeftWithThem() {
        UUID person = UUID.randomUUID();
        Reviewing wells = Reviewing.open(port, beans);
        wells.send("<owner>Amal</owner>");
        sentBy(person, wells);
        jdbc.sql("insert into private.reply_address (submission_id, sealed)"
                        + " select id, 'sealed' from campaigns.submission where person_id = :person")
                .param("person", person)
                .update();
        own.forget(person);
        assertThat(jdbc.sql("select count(*) from private.reply_address r join campaigns.submission s"
                                + " on s.id = r.submission_id where s.campaign_id = :campaign")
                        .param("campaign", wells.campaign.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void stayWithoutAMarkThatCouldBeMadeAgain() {
        UUID person = UUID.randomUUID();
        Reviewing wells = Reviewing.open(port, beans);
        Reviewing others = Reviewing.open(port, beans);
        wells.send("<owner>Amal</owner>");
        wells.send("<owner>Amal again</owner>");
        others.send("<owner>Amal elsewhere</owner>");
        String before = sentBy(person, wells);
        sentBy(person, others);
        wells.send("<owner>Somebody else</owner>");
        String stranger = mark(wells, "stranger");
        jdbc.sql("update campaigns.submission set contributor = decode(:mark, 'hex')"
                        + " where campaign_id = :campaign and person_id is null")
                .param("mark", stranger)
                .param("campaign", wells.campaign.id())
                .update();

        own.forget(person);

        List<String> marks = marks(wells);
        assertThat(marks).hasSize(3).doesNotContain(before).contains(stranger);
        assertThat(marks.stream().distinct()).hasSize(2);
        assertThat(marks(others))
                .hasSize(1)
                .doesNotContain(mark(others, "account " + person))
                .doesNotContainAnyElementsOf(marks);
        assertThat(jdbc.sql("select count(*) from campaigns.submission where person_id = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Makes all reports so far those of a person who was signed in. */
    private String sentBy(UUID person, Reviewing where) {
        String mark = mark(where, "account " + person);
        jdbc.sql("update campaigns.submission set person_id = :person, contributor = decode(:mark, 'hex')"
                        + " where campaign_id = :campaign")
                .param("person", person)
                .param("mark", mark)
                .param("campaign", where.campaign.id())
                .update();
        return mark;
    }

    private String mark(Reviewing where, String key) {
        return HexFormat.of().formatHex(personal.digest("contributor " + where.campaign.id(), key));
    }

    private List<String> marks(Reviewing where) {
        return jdbc.sql("select encode(contributor, 'hex') from campaigns.submission where campaign_id = :campaign")
                .param("campaign", where.campaign.id())
                .query(String.class)
                .list();
    }
}
