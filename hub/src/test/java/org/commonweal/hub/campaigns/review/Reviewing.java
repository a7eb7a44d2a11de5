package org.commonweal.hub.campaigns.review;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open campaign about wells with a form client's token, and people who may look at its answers. */
final class Reviewing {
    private static final Pattern ROW = Pattern.compile("/review/([0-9a-f-]{36})\"");
    static final String FORM = """
            # survey
            type                | name      | label                | calculation
            text                | owner     | Whose well is it?    |
            integer             | depth     | How deep is it?      |
            select_one state    | state     | How is it?           |
            select_multiple use | uses      | What is it used for? |
            date                | day       | On how many of the last seven days did you or your neighbours see it? |
            geopoint            | place     | Where is it?         |
            image               | photo     | A photo              |
            file                | paper     | A paper              |
            calculate           | feet      |                      | ${depth} * 3.28
            begin_group         | owner_of  | The house            |
            text                | roof      | What roof?           |
            end_group           |           |                      |
            begin_repeat        | household | Household            |
            integer             | people    | How many people?     |
            select_one state    | health    | How are they?        |
            end_repeat          |           |                      |
            # choices
            list_name | name  | label
            state     | dry   | Dry
            state     | full  | Full to the brim
            use       | drink | Drinking
            use       | wash  | Washing
            # settings
            form_title | form_id | version
            Wells      | wells   | 1
            """;

    final Campaign campaign;
    final String formId;
    private final int port;
    private final String token;
    private final Hub hub;

    private Reviewing(int port, Campaign campaign, String formId, String token, Hub hub) {
        this.port = port;
        this.campaign = campaign;
        this.formId = formId;
        this.token = token;
        this.hub = hub;
    }

    /** What it needs of the hub. */
    static final class Hub {
        @Autowired
        Campaigns campaigns;

        @Autowired
        Forms forms;

        @Autowired
        Tokens tokens;

        @Autowired
        Invitations invitations;

        @Autowired
        JdbcClient jdbc;
    }

    static Reviewing open(int port, AutowireCapableBeanFactory beans) {
        Hub hub = new Hub();
        beans.autowireBean(hub);
        Campaign campaign = Drawn.campaign("Wells of the valley")
                .of(organisation(hub.jdbc))
                .in("Europe/Belgrade")
                .open(hub.campaigns);
        String formId = Drawn.serve(hub.forms, campaign, "1", FORM).formId();
        String token = hub.tokens.make(campaign.id(), "collect", "test").text();
        return new Reviewing(port, campaign, formId, token, hub);
    }

    /** A version of the form that nobody answers. */
    void askOtherwise() {
        askOtherwise("# survey\ntype | name | label\ntext | asked_too_late | And now?\n");
    }

    /** The second version of the form. */
    void askOtherwise(String drawing) {
        Drawn.serve(hub.forms, campaign, "2", drawing);
    }

    /** Waits until the hub has held against the form what came. */
    void awaitInspection() {
        await().atMost(Duration.ofMinutes(1)).until(() -> hub.jdbc
                .sql("select not exists (select from campaigns.submission where campaign_id = :id and broken is null)")
                .param("id", campaign.id())
                .query(Boolean.class)
                .single());
    }

    private static UUID organisation(JdbcClient jdbc) {
        UUID id = Ids.next();
        jdbc.sql("insert into directory.organisation (id, tail, name) values (:id, :tail, 'Neighbours')")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .update();
        return id;
    }

    Visitor reviewer() {
        return new Visitor(port).signIn(invite());
    }

    /** The path of a link that makes whoever opens it a reviewer. */
    String invite() {
        return hub.invitations.make("reviewer", Scope.organisation(campaign.organisation()), "");
    }

    /** Somebody who reviews for another organisation. */
    Visitor otherReviewer() {
        return new Visitor(port).signIn(hub.invitations.make("reviewer", Scope.organisation(Ids.next()), ""));
    }

    String path() {
        return campaign.path() + "/review";
    }

    /** The identifiers of the submissions on a reviewer's table, in its order. @param query such as {@code sort=oldest} */
    List<String> rows(Visitor reviewer, String query) {
        List<String> ids = new ArrayList<>();
        Matcher row = ROW.matcher(reviewer.get(path() + "?" + encoded(query)).body());
        while (row.find()) ids.add(row.group(1));
        return ids;
    }

    static String encoded(String query) {
        return query.replace("%", "%25").replace("/", "%2F");
    }

    /** Sends answers as a form client does, consent given. @return the path of the private page */
    String send(String answers) {
        return send(answers, Map.of());
    }

    String send(String answers, Map<String, byte[]> files) {
        return link(post(instance("uuid:" + UUID.randomUUID(), "", agreed() + answers), files));
    }

    String post(String xml, Map<String, byte[]> files) {
        return post(UUID.randomUUID().toString(), xml, files);
    }

    /** The same from a device that is known again. */
    String post(String device, String xml, Map<String, byte[]> files) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.putAll(files);
        return new Visitor(port)
                .postFiles(
                        "/openrosa/" + token + "/submission?deviceID=" + device,
                        parts,
                        Map.of("X-OpenRosa-Version", "1.0"))
                .body();
    }

    static String agreed() {
        return "<commonweal_consent><version>1</version><agreed>OK</agreed></commonweal_consent>";
    }

    String instance(String id, String replaces, String answers) {
        return "<data id=\"" + formId + "\" version=\"1\">" + answers + "<meta><instanceID>" + id + "</instanceID>"
                + (replaces.isEmpty() ? "" : "<deprecatedID>" + replaces + "</deprecatedID>") + "</meta></data>";
    }

    static String link(String answer) {
        return answer.replaceAll("(?s).*(/reports/[A-Za-z0-9_-]+).*", "$1");
    }
}
