package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Statements;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Scope;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is here costs the same few questions on every page, however many they are. */
@HubTest
class PeopleTest {
    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Test
    void whoReadsIsAskedOnceForAPage() {
        Visitor member = as("member");
        List<String> asked = Statements.during(
                () -> assertThat(member.get("/findings").statusCode()).isEqualTo(200));
        assertThat(asked).filteredOn(sql -> sql.contains("accounts.person")).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("frame.setting")).hasSize(1);
        assertThat(asked).noneMatch(sql -> sql.contains("select sealed_key"));
    }

    @Test
    void areListedWithOneQuestion() {
        // Of those made in one millisecond chance says which comes first.
        List<UUID> made = Stream.of(UUID.randomUUID() + "@example.org", "", "")
                .map(people::create)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        people.setName(made.get(1), "Someone else");
        assertThat(people.list(3, 0))
                .extracting(People.Person::id, People.Person::callName)
                .containsExactlyElementsOf(made.reversed().stream()
                        .map(id -> org.assertj.core.groups.Tuple.tuple(
                                id, people.find(id).orElseThrow().callName()))
                        .toList());
        assertThat(people.list(2, 1).getFirst().name()).isEqualTo("Someone else");
        Visitor administrator = as("administrator");
        List<String> asked = Statements.during(
                () -> assertThat(administrator.get("/hub/people").body()).contains("Someone else"));
        assertThat(asked).filteredOn(sql -> sql.contains("private.person_key")).hasSize(2);
        assertThat(asked)
                .filteredOn(sql -> sql.contains("from frame.grant_") && !sql.contains("exists"))
                .hasSize(1);
    }

    /** What lies before the last page that an int can name is more than an int can count. */
    @Test
    void aPageBeyondAllPeopleIsEmpty() {
        Visitor administrator = as("administrator");
        for (int page : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE / 50 + 1, Integer.MIN_VALUE}) {
            HttpResponse<String> answer = administrator.get("/hub/people?page=" + page);
            assertThat(answer.statusCode()).as("page " + page).isEqualTo(200);
            assertThat(Jsoup.parse(answer.body()).select("a.button[href*=page=-]"))
                    .isEmpty();
        }
    }

    private Visitor as(String role) {
        return new Visitor(port).signIn(invitations.make(role, Scope.HUB, "test"));
    }
}
