package org.commonweal.hub.directory;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of these tests, strangers, members, editors of one organisation and of the hub, and what they add. */
@Component
class Community {
    private final Invitations invitations;
    private final Settings settings;
    private final Organisations organisations;

    Community(Invitations invitations, Settings settings, Organisations organisations) {
        this.invitations = invitations;
        this.settings = settings;
        this.organisations = organisations;
    }

    Visitor stranger() {
        return new Visitor(URI.create(settings.publicUrl()).getPort());
    }

    Visitor member() {
        return stranger().signIn(invitations.make("member", Scope.HUB, "test"));
    }

    Visitor editorOf(UUID organisation) {
        return stranger().signIn(invitations.make("editor", Scope.organisation(organisation), "test"));
    }

    Visitor administrator() {
        return stranger().signIn(invitations.make("administrator", Scope.HUB, "test"));
    }

    /** The path that an answer leads to. */
    static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("/none-" + answer.statusCode()))
                .getPath();
    }

    /** The page of an organisation that was just made, after somebody who keeps the hub has looked at it. */
    String accepted(HttpResponse<String> answer) {
        String page = path(answer);
        organisations.listWaiting().stream()
                .filter(waiting -> waiting.path().equals(page))
                .forEach(waiting -> organisations.accept(waiting.id()));
        return page;
    }

    String make(Visitor maker, String name, String country, String kind) {
        return accepted(maker.post("/organisations/new", Map.of("name", name, "country", country, "kind", kind)));
    }

    /** An organisation that several tests look for, made by the first. */
    synchronized OrganisationRef once(String name, String country) {
        String body = stranger()
                .get("/organisations.json?q=" + encode(name) + "&country=" + country)
                .body();
        JsonNode found = JsonMapper.shared().readTree(body);
        if (found.size() > 0)
            return organisations.get(UUID.fromString(found.get(0).get("id").asString()));
        return organisations.get(id(make(member(), name, country, "grassroots")));
    }

    UUID id(String page) {
        return organisations
                .findByTail(page.substring(page.length() - 8))
                .orElseThrow()
                .id();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
