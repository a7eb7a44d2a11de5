package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Mail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who signed in by mail and added an organisation, and so may ask in its name. */
final class Owner {
    private static final Pattern LINK = Pattern.compile("/sign-in/\\S+");
    private static final Pattern UPLOAD = Pattern.compile("action=\"([^\"]+/form)\" enctype");

    final Visitor browser;
    final UUID person;
    final UUID organisation;

    private Owner(Visitor browser, UUID person, UUID organisation) {
        this.browser = browser;
        this.person = person;
        this.organisation = organisation;
    }

    /** Of an organisation that those who keep the hub have looked at. */
    static Owner comeIn(int port, Mail mail, JdbcClient jdbc) {
        Owner owner = comeInUnknown(port, mail, jdbc);
        jdbc.sql("update directory.organisation set accepted_at = now() where id = :id")
                .param("id", owner.organisation)
                .update();
        return owner;
    }

    static Owner comeInUnknown(int port, Mail mail, JdbcClient jdbc) {
        String name = "Neighbours of " + UUID.randomUUID();
        Visitor browser = signIn(port, mail);
        assertThat(browser.post("/organisations/new", Map.of("name", name)).statusCode())
                .isEqualTo(302);
        UUID organisation = jdbc.sql("select id from directory.organisation where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
        UUID person = jdbc.sql("select holder_id from frame.grant_ where scope_id = :organisation")
                .param("organisation", organisation)
                .query(UUID.class)
                .single();
        return new Owner(browser, person, organisation);
    }

    private static Visitor signIn(int port, Mail mail) {
        String address = UUID.randomUUID() + "@example.org";
        Visitor browser = new Visitor(port);
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("email", address));
        String letter = mail.listNewest(20).stream()
                .map(Mail.Waiting::letter)
                .filter(one -> one.to().equals(address))
                .findFirst()
                .orElseThrow()
                .text();
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).isTrue();
        return browser.signIn(link.group());
    }

    /** The first step as a careful person fills it in. */
    Map<String, String> about(String title) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("organisation", organisation.toString());
        form.put("language", "en");
        form.put("title", title);
        form.put("why", "Wells run dry earlier each year.\nNobody counts which.");
        form.put("who", "Everyone who fetches water");
        form.put("contact", "wells@example.org");
        form.put("minutes", "4");
        form.put("zone", "Europe/Belgrade");
        form.put("country", "RS");
        form.put("place", "The lower valley");
        form.put("anonymous", "on");
        return form;
    }

    static Map<String, String> promise() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("use", "We count dry wells by village and show it to the water board.");
        form.put("retention", "12");
        form.put("consent", "I agree that my answers are read.");
        form.put("unit", "people");
        form.put("threshold", "10");
        form.put("reason", "");
        form.put("subject", "");
        return form;
    }

    static Map<String, String> things(String reason) {
        Map<String, String> form = promise();
        form.put("unit", "things");
        form.put("reason", reason);
        return form;
    }

    /** @return the address of the new draft, such as {@code /campaigns/wells-3k9m2x7q} */
    String makeDraft(String title) {
        String next = location(browser.post("/campaigns/new", about(title)));
        assertThat(next).endsWith("/promise");
        return next.substring(0, next.length() - "/promise".length());
    }

    /** A campaign that lacks nothing but to be opened. */
    String makeReady(String title) {
        String campaign = makeDraft(title);
        assertThat(location(browser.post(campaign + "/promise", promise()))).endsWith("/form");
        assertThat(upload(campaign, SentFiles.wells()).body()).contains("The form is taken");
        return campaign;
    }

    String makeOpen(String title) {
        String campaign = makeReady(title);
        assertThat(location(browser.post(campaign + "/open", Map.of()))).isEqualTo(campaign);
        return campaign;
    }

    HttpResponse<String> upload(String campaign, byte[] sheet) {
        Matcher action = UPLOAD.matcher(browser.get(campaign + "/form").body());
        assertThat(action.find()).isTrue();
        return browser.postFiles(action.group(1).replace("&amp;", "&"), Map.of("sheet", sheet), Map.of());
    }

    /** Where an answer leads, without host. */
    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** The address that an older one now leads to. */
    static String moved(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(301);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
