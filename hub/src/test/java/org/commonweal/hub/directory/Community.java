package org.commonweal.hub.directory;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.springframework.stereotype.Component;

/** The people of these tests: strangers, members, editors of one organisation, editors of the hub. */
@Component
class Community {
    private final Invitations invitations;
    private final Settings settings;

    Community(Invitations invitations, Settings settings) {
        this.invitations = invitations;
        this.settings = settings;
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
}
