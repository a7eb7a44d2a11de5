package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Submissions that replace an earlier one ({@code meta/deprecatedID}), from whoever sent that and nobody else. */
@HubTest
class OpenRosaEditsTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.open(port, beans, Drawn.campaign("Wells"), Door.WELLS);
    }

    @Test
    void replacesTheCurrentVersionAndNoOther() {
        String first = "uuid:" + UUID.randomUUID();
        String second = "uuid:" + UUID.randomUUID();
        door.submit(door.instance(first, "deep", ""));
        assertThat(door.submit(door.instance(second, "deeper", first)).statusCode())
                .isEqualTo(201);
        assertThat(door.submit(door.instance("uuid:" + UUID.randomUUID(), "late", first))
                        .statusCode())
                .isEqualTo(409);
        assertThat(door.submit(door.instance("uuid:" + UUID.randomUUID(), "lost", "uuid:" + UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.depths()).containsExactly("deeper");
    }

    /** The link of a report goes on with it: an edit's own identifier would tell one that leads nowhere. */
    @Test
    void tellsTheLinkOfTheReportWithEachChange() {
        String first = "uuid:" + UUID.randomUUID();
        String second = "uuid:" + UUID.randomUUID();
        String third = "uuid:" + UUID.randomUUID();
        String link = link(door.submit(door.instance(first, "deep", "")));
        String edit = door.instance(second, "deeper", first);
        assertThat(link(door.submit(edit))).isEqualTo(link);
        assertThat(link(door.submit(edit))).as("sent twice").isEqualTo(link);
        assertThat(link(door.submit(door.instance(third, "deepest", second)))).isEqualTo(link);
        assertThat(new Visitor(port).get(link).body()).contains("deepest");
    }

    /** Whoever holds the campaign's token and knows an identifier is not yet whoever sent the report. */
    @Test
    void tellsNoLinkWhereTheSharedTokenAloneTellsTheSender() {
        String first = "uuid:" + UUID.randomUUID();
        door.submitFrom("", door.instance(first, "deep", ""));
        HttpResponse<String> changed = door.submitFrom("", door.instance("uuid:" + UUID.randomUUID(), "deeper", first));
        assertThat(changed.statusCode()).isEqualTo(201);
        assertThat(changed.body()).contains("stays the same").doesNotContain("/reports/");
    }

    private static String link(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s).*(/reports/[A-Za-z0-9_-]+).*", "$1");
    }

    @Test
    void takesAnEditFromTheDeviceThatSentTheReportOnly() {
        String first = "uuid:" + UUID.randomUUID();
        door.submit(door.instance(first, "deep", ""));
        String edit = door.instance("uuid:" + UUID.randomUUID(), "deeper", first);
        HttpResponse<String> answer = door.submitFrom("another", edit);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Another device or account");
        assertThat(door.submitFrom("", edit).statusCode()).as("no device").isEqualTo(403);
        assertThat(door.depths()).containsExactly("deep");
        assertThat(door.submit(edit).statusCode()).isEqualTo(201);
        assertThat(door.depths()).containsExactly("deeper");
    }

    /** Of a report without a device its token is known, and that alone. */
    @Test
    void takesAnEditOfANamelessReportWithItsTokenOnly() {
        String first = "uuid:" + UUID.randomUUID();
        door.submitFrom("", door.instance(first, "deep", ""));
        String edit = door.instance("uuid:" + UUID.randomUUID(), "deeper", first);
        String own = door.token;
        door.token = door.makeToken("another");
        assertThat(door.submitFrom("", edit).statusCode()).isEqualTo(403);
        door.token = own;
        assertThat(door.submit(edit).statusCode()).isEqualTo(201);
        assertThat(door.depths()).containsExactly("deeper");
    }

    @Test
    void takesTheSameEditTwentyTimesAtOnceAsOne() throws Exception {
        String first = "uuid:" + UUID.randomUUID();
        door.submit(door.instance(first, "deep", ""));
        String edit = door.instance("uuid:" + UUID.randomUUID(), "deeper", first);
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> door.submit(edit).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(door.stored()).isEqualTo(1);
    }
}
