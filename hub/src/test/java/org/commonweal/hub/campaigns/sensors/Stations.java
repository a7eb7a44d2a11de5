package org.commonweal.hub.campaigns.sensors;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
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
            geopoint       | place   | Place
            geotrace       | path    | Path
            geoshape       | field   | Field
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
        Campaign campaign = Drawn.campaign("Fine dust")
                .in("Europe/Belgrade")
                .about("sensor")
                .open(campaigns);
        Drawn.serve(forms, campaign, "1", FORM);
        return campaign;
    }

    /** Gives the campaign the same form under its next version. */
    static void addVersion(Forms forms, Campaign campaign) {
        Drawn.serve(forms, campaign, "2", FORM);
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
