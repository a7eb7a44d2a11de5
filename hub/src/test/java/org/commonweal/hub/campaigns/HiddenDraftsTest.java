package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Of a campaign that has not begun, nobody but its owners learns even that it exists. */
@HubTest
class HiddenDraftsTest {
    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Invitations invitations;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private Campaign draft;
    private String nothing;

    @BeforeEach
    void draw() {
        draft = Drawn.campaign("Wells of the valley").draft(campaigns);
        Drawn.serve(forms, draft, "1", Door.WELLS);
        nothing = "/campaigns/wells-of-the-valley-" + Ids.tail(Ids.next());
    }

    /** An address below a campaign's, and how it is asked; every one that the hub has. */
    private record Address(RequestMethod method, String below) {}

    private List<Address> addresses() {
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/campaigns/{address}"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Address(method, below(pattern)))))
                .toList();
    }

    private static String below(String pattern) {
        return pattern.substring("/campaigns/{address}".length())
                .replace("{language}", "fr")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    @Test
    void answersAStrangerAsIfThereWereNone() {
        // Who may agree to campaigns may agree to all: of these not even the address is looked at before.
        Set<String> agreeing = Set.of("/approve", "/refuse");
        List<Address> all = addresses();
        assertThat(all)
                .extracting(Address::below)
                .contains("", "/poster", "/answer", "/thanks", "/try", "/try/end", "/about", "/form", "/review")
                .hasSizeGreaterThan(35);
        Visitor neighbour =
                new Visitor(port).signIn(invitations.make("editor", Scope.organisation(Ids.next()), "test"));
        for (Visitor stranger : List.of(new Visitor(port), neighbour))
            assertThat(all).allSatisfy(address -> {
                HttpResponse<String> answer = ask(stranger, address, draft.path());
                assertThat(answer.statusCode()).isEqualTo(agreeing.contains(address.below()) ? 403 : 404);
                assertThat(words(answer, draft.path())).isEqualTo(words(ask(stranger, address, nothing), nothing));
            });
    }

    @Test
    void isThereForItsOwners() {
        Visitor owner =
                new Visitor(port).signIn(invitations.make("editor", Scope.organisation(draft.organisation()), "test"));
        for (String below : List.of("/about", "/try", "/form"))
            assertThat(owner.get(draft.path() + below).statusCode()).as(below).isEqualTo(200);
        assertThat(owner.get(draft.path() + "/answer").body()).contains("has not begun");
        assertThat(owner.get(draft.path() + "/thanks").headers().firstValue("Location"))
                .as("where it is told that it has not begun")
                .hasValueSatisfying(path -> assertThat(path).endsWith("/answer"));
    }

    private static HttpResponse<String> ask(Visitor stranger, Address address, String campaign) {
        Map<String, String> named = new HashMap<>(Map.of("reason", "", "subject", "", "questions", ""));
        named.putAll(Map.of("verb", "approve", "at", "2026-01-01T00:00:00Z"));
        return address.method() == RequestMethod.GET
                ? stranger.get(campaign + address.below() + "?name=p.jpg")
                : stranger.post(campaign + address.below(), named);
    }

    // What is read, without what names the address and what is made anew for each page.
    private static String words(HttpResponse<String> answer, String campaign) {
        String text = Stream.of(campaign, campaign.replace("/", "%2F"))
                .reduce(answer.body(), (body, address) -> body.replace(address, "ADDRESS"));
        return text.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
