package org.commonweal.hub.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonweal.hub.directory.dsi4eu.CleanOrganisation;
import org.commonweal.hub.directory.dsi4eu.CleanPlace;
import org.commonweal.hub.directory.dsi4eu.CleanProject;
import org.commonweal.hub.directory.dsi4eu.TownNames;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Text;
import org.springframework.jdbc.core.JdbcTemplate;

/** One import under way inside one transaction: clean records in, rows out by batches, links last. */
final class ImportSession {
    private static final String ORGANISATION = upsert(
            "directory.organisation",
            "id, tail, source, source_id, source_digest, name, summary, story, kind, size, website, country, place,"
                    + " address, latitude, longitude, approximate, founded, listed_on, tags, networks, also");
    private static final String PROJECT = upsert(
            "directory.project",
            "id, tail, source, source_id, source_digest, name, summary, story, impact, website, country, place,"
                    + " latitude, longitude, approximate, started, ended, listed_on, topics, tags, also");

    private final JdbcTemplate jdbc;
    private final ImportReport report;
    private final ImportTable organisations;
    private final ImportTable projects;
    private final ImportLinks links;
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, String> topicNames;
    private int placesWritten;

    ImportSession(JdbcTemplate jdbc, ImportReport report) {
        this.jdbc = jdbc;
        this.report = report;
        organisations = new ImportTable(jdbc, Shelf.ORGANISATIONS, ORGANISATION, "organisation", report);
        projects = new ImportTable(jdbc, Shelf.PROJECTS, PROJECT, "project", report);
        links = new ImportLinks(jdbc);
        topicNames = jdbc
                .query(
                        "select slug, directory.said(name) from directory.topic",
                        (row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Remembers towns with their spellings; what the hub had learnt before stays. */
    void places(TownNames towns) {
        for (TownNames.Town town : towns.list()) {
            List<String> others = List.copyOf(town.otherSpellings());
            spellings.put(town.country() + ' ' + town.name(), others);
            placesWritten += jdbc.update(
                    """
                    insert into directory.place (country, name, spellings, latitude, longitude, source)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (country, name) do update set spellings = array(
                      select distinct unnest(place.spellings || excluded.spellings) order by 1)
                    where not excluded.spellings <@ place.spellings""",
                    town.country(),
                    town.name(),
                    others.toArray(String[]::new),
                    town.latitude(),
                    town.longitude(),
                    Imports.SOURCE);
        }
    }

    void organisation(CleanOrganisation clean) {
        organisations.put(clean.id(), clean.name(), clean, origin -> new Object[] {
            origin.id(),
            Ids.tail(origin.id()),
            Imports.SOURCE,
            origin.sourceId(),
            origin.digest(),
            clean.name(),
            text(clean.summary()),
            text(clean.story()),
            clean.kind(),
            clean.size(),
            clean.website(),
            clean.place().country(),
            clean.place().town(),
            clean.address(),
            clean.place().latitude(),
            clean.place().longitude(),
            clean.place().approximate(),
            clean.founded(),
            clean.listedOn(),
            clean.tags().toArray(String[]::new),
            clean.networks().toArray(String[]::new),
            also(clean.place(), List.of(), clean.tags()) + " " + String.join(" ", clean.networks())
        });
        clean.projects().forEach(project -> links.add(clean.id(), project));
    }

    void project(CleanProject clean) {
        projects.put(clean.id(), clean.name(), clean, origin -> new Object[] {
            origin.id(),
            Ids.tail(origin.id()),
            Imports.SOURCE,
            origin.sourceId(),
            origin.digest(),
            clean.name(),
            text(clean.summary()),
            text(clean.story()),
            text(clean.impact()),
            clean.website(),
            clean.place().country(),
            clean.place().town(),
            clean.place().latitude(),
            clean.place().longitude(),
            clean.place().approximate(),
            clean.started(),
            clean.ended(),
            clean.listedOn(),
            clean.topics().toArray(String[]::new),
            clean.tags().toArray(String[]::new),
            also(clean.place(), clean.topics(), clean.tags())
        });
        clean.organisations().forEach(organisation -> links.add(organisation, clean.id()));
    }

    ImportOutcome finish(Derived derived) {
        organisations.flush();
        projects.flush();
        ImportOutcome.Tally linked = links.write(report);
        int written = placesWritten
                + organisations.tally().written()
                + projects.tally().written()
                + linked.written()
                + links.writeOwners()
                + derived.refreshAll();
        return new ImportOutcome(organisations.tally(), projects.tally(), linked, written, report.counts());
    }

    // The export does not tell in which language its texts are.
    private static String text(String words) {
        return Text.of(Spoken.UNKNOWN, words).toJson();
    }

    private String also(CleanPlace place, List<String> topics, List<String> tags) {
        List<String> others = spellings.getOrDefault(place.country() + ' ' + place.town(), List.of());
        String named =
                topics.stream().map(slug -> topicNames.getOrDefault(slug, "")).collect(Collectors.joining(" "));
        return Places.also(place.country(), place.town(), others) + " " + named + " " + String.join(" ", tags);
    }

    /** Inserts a row or, where its identifier is there, sets all columns but the identifier. */
    private static String upsert(String table, String columns) {
        List<String> names = List.of(columns.split(", "));
        String marks = names.stream()
                .map(name -> List.of("summary", "story", "impact").contains(name) ? "?::jsonb" : "?")
                .collect(Collectors.joining(", "));
        String sets =
                names.stream().skip(2).map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
        return "insert into " + table + " (" + columns + ") values (" + marks + ") on conflict (id) do update set "
                + sets;
    }
}
