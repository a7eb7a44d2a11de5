package org.commonweal.hub.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;

/** How rows are read; the columns stand beside the reading. A row of a list leaves the long texts out. */
final class Rows {
    private static final String SPOT = "o.country, o.place, o.latitude, o.longitude, o.approximate";
    private static final String NO_TEXT = "'{\"source\": \"und\"}'::jsonb";

    private static final String LEAD = "o.lead as summary, ";

    private static final String ORGANISATION_SHORT = "o.id, o.name, o.kind, o.size, o.website, " + SPOT
            + ", o.founded, o.listed_on, o.topics, o.all_topics, o.tags, o.networks, o.project_count, o.source, o.address, ";
    static final String ORGANISATION_LINE = ORGANISATION_SHORT + LEAD + NO_TEXT + " as story";
    static final String ORGANISATION = ORGANISATION_SHORT + "o.summary, o.story";

    private static final String PROJECT_SHORT = "o.id, o.organisation_id, o.name, o.website, " + SPOT
            + ", o.started, o.ended, o.listed_on, o.topics, o.tags, o.countries, o.source, ";
    static final String PROJECT_LINE = PROJECT_SHORT + LEAD + NO_TEXT + " as story, " + NO_TEXT + " as impact";
    static final String PROJECT = PROJECT_SHORT + "o.summary, o.story, o.impact";

    private Rows() {}

    static Organisation organisation(ResultSet row, int n) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                text(row, "summary"),
                text(row, "story"),
                row.getString("kind"),
                row.getString("size"),
                row.getString("website"),
                spot(row),
                row.getString("address"),
                row.getObject("founded", LocalDate.class),
                row.getObject("listed_on", LocalDate.class),
                list(row, "topics"),
                list(row, "all_topics"),
                list(row, "tags"),
                list(row, "networks"),
                row.getInt("project_count"),
                row.getString("source"));
    }

    static Project project(ResultSet row, int n) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                text(row, "summary"),
                text(row, "story"),
                text(row, "impact"),
                row.getString("website"),
                spot(row),
                row.getObject("started", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                row.getObject("listed_on", LocalDate.class),
                list(row, "topics"),
                list(row, "tags"),
                list(row, "countries"),
                row.getString("source"));
    }

    private static Spot spot(ResultSet row) throws SQLException {
        return new Spot(row.getString("country"), row.getString("place"), point(row));
    }

    private static @Nullable Point point(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new Point(latitude, row.getDouble("longitude"), row.getBoolean("approximate"));
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return Text.fromJson(row.getString(column));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
