package org.commonweal.hub.campaigns;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open campaign with its form, where a form client comes in by token; and what is there once it was let in. */
final class Door {
    static final Map<String, String> VERSION = Map.of("X-OpenRosa-Version", "1.0");
    static final String WELLS = "# survey\ntype | name | label\ntext | depth | How deep?\nimage | photo | A photo\n";

    final Campaign campaign;
    final ServedForm form;
    final Visitor client;
    String token;
    private final int port;
    private final Hub hub;

    private Door(int port, Hub hub, Campaign campaign, ServedForm form) {
        this.port = port;
        this.hub = hub;
        this.campaign = campaign;
        this.form = form;
        this.client = new Visitor(port);
        this.token = makeToken("test");
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
        Settings settings;

        @Autowired
        JdbcClient jdbc;
    }

    /** @param drawing of the form, see {@link org.commonweal.hub.Sheets} */
    static Door open(int port, AutowireCapableBeanFactory beans, Drawn drawn, String drawing) {
        Hub hub = new Hub();
        beans.autowireBean(hub);
        Campaign campaign = drawn.open(hub.campaigns);
        return new Door(port, hub, campaign, Drawn.serve(hub.forms, campaign, "1", drawing));
    }

    String makeToken(String label) {
        return hub.tokens.make(campaign.id(), "collect", label).text();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + "/openrosa/" + token + path);
    }

    HttpResponse<String> get(String path) {
        return client.get("/openrosa/" + token + path, VERSION);
    }

    HttpResponse<String> submit(String xml) {
        return submit(xml, Map.of());
    }

    HttpResponse<String> submit(String xml, Map<String, byte[]> files) {
        return submitFrom("test", xml, files);
    }

    HttpResponse<String> submitFrom(String device, String xml) {
        return submitFrom(device, xml, Map.of());
    }

    HttpResponse<String> submitFrom(String device, String xml, Map<String, byte[]> files) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("xml_submission_file", xml.getBytes(StandardCharsets.UTF_8));
        parts.putAll(files);
        return post(device, parts);
    }

    HttpResponse<String> post(Map<String, Object> parts) {
        return post("test", parts);
    }

    private HttpResponse<String> post(String device, Map<String, Object> parts) {
        return new Visitor(port).postFiles("/openrosa/" + token + "/submission?deviceID=" + device, parts, VERSION);
    }

    String instance(String id, String depth, String replaces) {
        String ids = (id.isEmpty() ? "" : "<instanceID>" + id + "</instanceID>")
                + (replaces.isEmpty() ? "" : "<deprecatedID>" + replaces + "</deprecatedID>");
        return "<data id=\"" + form.formId() + "\" version=\"1\"><depth>" + depth + "</depth><photo/><meta>" + ids
                + "</meta></data>";
    }

    int stored() {
        return hub.jdbc
                .sql("select count(*) from campaigns.submission where campaign_id = :campaign and not replaced")
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }

    List<String> depths() {
        return hub.jdbc
                .sql("select answers ->> 'depth' from campaigns.submission"
                        + " where campaign_id = :campaign and not replaced")
                .param("campaign", campaign.id())
                .query(String.class)
                .list();
    }

    List<String> files() {
        return hub.jdbc
                .sql("""
                        select a.name || ' ' || coalesce(f.size_bytes || ' bytes', 'missing')
                        from campaigns.attachment a join campaigns.submission s on s.id = a.submission_id
                        left join frame.file f on f.id = a.file_id where s.campaign_id = :campaign""")
                .param("campaign", campaign.id())
                .query(String.class)
                .list();
    }

    Path folder() {
        return hub.settings
                .data()
                .resolve("files")
                .resolve(campaign.organisation().toString());
    }
}
