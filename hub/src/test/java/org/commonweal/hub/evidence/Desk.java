package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a reviewer does through the pages, and what the hub told meanwhile. */
@Component
public class Desk {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    final List<FindingPublished> told = new CopyOnWriteArrayList<>();
    final Synthetic data;
    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Settings settings;
    private final Rights rights;
    private Visitor reviewer;
    private UUID person;

    Desk(Synthetic data, JdbcClient jdbc, Invitations invitations, Settings settings, Rights rights) {
        this.data = data;
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.settings = settings;
        this.rights = rights;
    }

    @EventListener
    void on(FindingPublished event) {
        told.add(event);
    }

    public UUID organisation(String name) {
        UUID id = Ids.next();
        jdbc.sql("insert into directory.organisation (id, tail, name) values (:id, :tail, :name)")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .param("name", name)
                .update();
        return id;
    }

    /** The one reviewer of all these tests, now for this organisation too: signing in often is refused. */
    synchronized Visitor reviewer(UUID organisation) {
        if (reviewer == null) {
            reviewer = anotherReviewer(organisation);
            person = rights.listPersons("reviewer", Scope.organisation(organisation))
                    .getFirst();
        }
        rights.grant(new Actor(Actor.PERSON, person), "reviewer", Scope.organisation(organisation));
        return reviewer;
    }

    /** Somebody who reviews for this organisation only. */
    Visitor anotherReviewer(UUID organisation) {
        return signedIn("reviewer", organisation);
    }

    Visitor signedIn(String role, UUID organisation) {
        return visitor().signIn(invitations.make(role, Scope.organisation(organisation), "test"));
    }

    Visitor visitor() {
        return new Visitor(URI.create(settings.publicUrl()).getPort());
    }

    /** A published finding about things, with the page of its preview: {@code /findings/…}, {@code /findings/drafts/…}. */
    public List<String> publishedAndDraft(String title) {
        UUID thing = data.things(organisation(title), title);
        for (int i = 1; i < 20; i++)
            data.get(thing)
                    .row("2026-03-%02dT09:00:00Z".formatted(i), "a", "Sensor " + i % 3, 44.8, 20.4, "2" + i % 10);
        Visitor reviewer = reviewer(data.find(thing).orElseThrow().organisation());
        Map<String, String> form = form("areas", "subject", "times", "week", "title", title);
        return List.of(publish(reviewer, thing, form), draft(reviewer, thing, form));
    }

    /** The form as a reviewer would fill it for a monthly mean by thing, to be changed. */
    static Map<String, String> form(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "variable", "pm25",
                "statistic", "mean",
                "comparison", "ge",
                "areas", "whole",
                "times", "none",
                "language", "en",
                "title", "The air is worst in winter",
                "limitations", "Only where somebody set up a sensor."));
        for (int i = 0; i < changes.length; i += 2) form.put(changes[i], changes[i + 1]);
        return form;
    }

    /** Path of the draft's preview. */
    static String draft(Visitor reviewer, UUID thing, Map<String, String> form) {
        return path(reviewer.post("/findings/new?from=" + Synthetic.KIND + ":" + thing, form));
    }

    /** Path of the published finding. */
    static String publish(Visitor reviewer, UUID thing, Map<String, String> form) {
        return publish(reviewer, draft(reviewer, thing, form));
    }

    static String publish(Visitor reviewer, String draft) {
        return path(reviewer.post(draft + "/publish", Map.of("seen", seen(reviewer.get(draft)))));
    }

    static String seen(HttpResponse<String> preview) {
        Matcher seen = SEEN.matcher(preview.body());
        assertThat(seen.find()).as(preview.body()).isTrue();
        return seen.group(1);
    }

    static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** The document of a version, byte for byte. */
    static String document(Visitor anyone, String finding, int version) {
        return anyone.get(finding + "/v/" + version + "/finding.json").body();
    }
}
