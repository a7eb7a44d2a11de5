package org.commonweal.hub.directory;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.directory.dsi4eu.Note;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The links of an import: each is told by one file or both, and written once both ends are in the directory. The export
 * tells no roles, so all are partners.
 */
final class ImportLinks {
    private static final int BATCH = 1000;
    private static final String BOTH_ENDS = """
            from (select distinct organisation, project from link_read) l
            %1$s join directory.organisation o on o.source = '%2$s' and o.source_id = l.organisation
            %1$s join directory.project p on p.source = '%2$s' and p.source_id = l.project
            """;

    private final JdbcTemplate jdbc;
    private final List<Object[]> waiting = new ArrayList<>();

    ImportLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("create temporary table link_read (organisation text, project text) on commit drop");
    }

    void add(String organisation, String project) {
        waiting.add(new Object[] {organisation, project});
        if (waiting.size() == BATCH) flush();
    }

    /** Writes the links whose ends are both there and tells which are not. */
    ImportOutcome.Tally write(ImportReport report) {
        flush();
        int added = jdbc.update("insert into directory.membership (organisation_id, project_id, role, source)"
                + " select o.id, p.id, 'partner', '" + Imports.SOURCE + "' " + ends("") + " where not exists (select 1"
                + " from directory.membership m where m.organisation_id = o.id and m.project_id = p.id)");
        int all = count("select count(*) " + ends(""));
        tellLoose(report);
        return new ImportOutcome.Tally(added, 0, all - added, 0);
    }

    /** A project with a single organisation is that one's; with several, the export does not tell whose it is. */
    int writeOwners() {
        return jdbc.update("""
                update directory.project p set organisation_id = m.organisation_id
                from directory.membership m
                where m.project_id = p.id and p.organisation_id is null and p.source = ?
                  and not exists (select 1 from directory.membership other
                    where other.project_id = p.id and other.organisation_id <> m.organisation_id)""", Imports.SOURCE);
    }

    private void tellLoose(ImportReport report) {
        jdbc.query(
                "select l.organisation, l.project, o.id is null " + ends("left")
                        + " where o.id is null or p.id is null",
                row -> {
                    String missing =
                            row.getBoolean(3) ? "organisation " + row.getString(1) : "project " + row.getString(2);
                    report.note(new Note(
                            "",
                            0,
                            row.getString(1) + "–" + row.getString(2),
                            "",
                            "skipped",
                            "link",
                            missing,
                            "",
                            "one end is not in the directory. Import both files in one go."));
                });
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private void flush() {
        jdbc.batchUpdate("insert into link_read values (?, ?)", waiting);
        waiting.clear();
    }

    private static String ends(String join) {
        return BOTH_ENDS.formatted(join, Imports.SOURCE);
    }
}
