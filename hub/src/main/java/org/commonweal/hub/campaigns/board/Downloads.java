package org.commonweal.hub.campaigns.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The list as files: what stands on the public pages and no more. Contacts are left out, so that nobody harvests them. */
@Component
class Downloads {
    private final JsonMapper json;
    private final Tallies tallies;

    Downloads(JsonMapper json, Tallies tallies) {
        this.json = json;
        this.tallies = tallies;
    }

    void writeCsv(Page page, List<PublicCampaign> listed, HttpServletResponse response) throws IOException {
        begin(response, "text/csv", "csv");
        try (Csv csv = Csv.to(response.getWriter())) {
            List<Map<String, Object>> rows =
                    listed.stream().map(one -> row(page, one)).toList();
            csv.writeRecord(COLUMNS);
            rows.forEach(row -> csv.writeRecord(
                    COLUMNS.stream().map(column -> row.get(column).toString()).toList()));
        }
    }

    void writeJson(Page page, List<PublicCampaign> listed, HttpServletResponse response) throws IOException {
        begin(response, "application/json", "json");
        json.writeValue(
                response.getWriter(), listed.stream().map(one -> row(page, one)).toList());
    }

    private static final List<String> COLUMNS = List.of(
            "id",
            "address",
            "title",
            "why",
            "organisation",
            "state",
            "topics",
            "country",
            "place",
            "minutes",
            "opened",
            "closes_on",
            "closed",
            "unit_of_protection",
            "reports_at_least");

    private Map<String, Object> row(Page page, PublicCampaign listed) {
        Campaign campaign = listed.campaign();
        List<Object> values = List.of(
                campaign.id().toString(),
                page.absolute(campaign.path()),
                campaign.title().in(page.locale()),
                campaign.why().in(page.locale()),
                listed.asker().name(),
                campaign.state().word(),
                String.join(" ", campaign.topics()),
                campaign.place().country(),
                campaign.place().words(),
                campaign.minutes(),
                text(campaign.openedAt()),
                campaign.closesOn() == null ? "" : campaign.closesOn().toString(),
                text(campaign.closedAt()),
                campaign.protection().inForce().things() ? "things" : "people",
                tallies.shown(campaign));
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) row.put(COLUMNS.get(i), values.get(i));
        return row;
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static void begin(HttpServletResponse response, String type, String ending) {
        response.setContentType(type + ";charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"campaigns." + ending + "\"");
    }
}
