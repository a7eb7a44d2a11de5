package org.commonweal.hub.campaigns.sensors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Text;
import org.commonweal.xlsform.XForm;
import org.commonweal.xlsform.XlsForm;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that gathers readings of measuring stations. */
final class Stations {
    static final String FORM = """
            # survey
            type           | name    | label
            text           | sensor  | Sensor
            decimal        | pm25    | PM2.5
            integer        | count   | Count
            date           | day     | Day
            select_one sky | sky     | Sky
            text           | remark  | Remark
            # choices
            list_name | name  | label
            sky       | clear | Clear
            sky       | grey  | Grey
            # settings
            form_title | form_id
            Air        | air
            """;

    private Stations() {}

    static Campaign open(Campaigns campaigns, Forms forms) {
        UUID id = Ids.next();
        Text words = Text.of("en", "Fine dust");
        campaigns.save(new Campaign(
                id,
                Ids.next(),
                words,
                words,
                words,
                words,
                1,
                words,
                "",
                List.of(),
                Campaign.Place.NOWHERE,
                ZoneId.of("Europe/Belgrade"),
                1,
                24,
                null,
                Campaign.State.DRAFT,
                new Campaign.Protection(true, 1, "Sensors on public buildings", true, "sensor"),
                false,
                Instant.EPOCH,
                null,
                null));
        campaigns.setState(id, Campaign.State.OPEN);
        byte[] sheet = Sheets.xlsx(FORM);
        String formId = "air-" + Ids.tail(id);
        forms.add(
                new ServedForm(Ids.next(), id, formId, "1", "Air", xform(sheet, formId), "0".repeat(32), "", List.of()),
                sheet);
        return campaigns.get(id);
    }

    /** Gives the campaign the same form under its next version. */
    static void addVersion(Forms forms, Campaign campaign) {
        byte[] sheet = Sheets.xlsx(FORM);
        String formId = "air-" + Ids.tail(campaign.id());
        String xform = xform(sheet, formId).replace("version=\"1\"", "version=\"2\"");
        forms.add(
                new ServedForm(Ids.next(), campaign.id(), formId, "2", "Air", xform, "0".repeat(32), "", List.of()),
                sheet);
    }

    private static String xform(byte[] sheet, String formId) {
        try {
            return XForm.write(XlsForm.read(new ByteArrayInputStream(sheet), "air.xlsx")
                    .getForm()
                    .identifiedAs(formId, "1"));
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    /** What is stored, oldest first: {@code 2026-01-01T00:00:00Z pm25=12.5 sensor=7}. */
    static List<String> stored(JdbcClient jdbc, Campaign campaign) {
        return jdbc.sql("""
                        select to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' '
                          || (select string_agg(key || '=' || value, ' ' order by key)
                              from jsonb_each_text(answers - 'meta'))
                        from campaigns.submission where campaign_id = :campaign order by observed_at, 1""")
                .param("campaign", campaign.id())
                .query(String.class)
                .list();
    }
}
