package org.commonweal.hub.directory;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.directory.dsi4eu.Cleaner;
import org.commonweal.hub.directory.dsi4eu.Export;
import org.commonweal.hub.directory.dsi4eu.Survey;
import org.commonweal.hub.directory.dsi4eu.UnreadableExport;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Imports into the directory, and what came of earlier ones. */
@Component
class Imports {
    static final String SOURCE = "dsi4eu";

    // «director» in ASCII.
    private static final long LOCK = 0x6469_7265_6374_6f72L;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Derived derived;
    private final Audit audit;
    private final JsonMapper json;

    Imports(JdbcClient jdbc, JdbcTemplate batches, Derived derived, Audit audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.derived = derived;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Brings in all files or, when anything fails, nothing.
     *
     * @throws UnreadableExport when a file turns out to be broken further down
     */
    @Transactional(rollbackFor = Exception.class)
    public ImportOutcome run(List<Export> files, ImportReport report) throws UnreadableExport, IOException {
        // One at a time: two imports of the same file would both think that nothing is there.
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
        Survey survey = Survey.of(files);
        Cleaner cleaner = new Cleaner(survey, report::note);
        ImportSession session = new ImportSession(batches, report);
        session.places(survey.towns());
        for (Export file : files)
            if (file.holds() == Export.Holds.ORGANISATIONS) cleaner.organisations(file, session::organisation);
            else cleaner.projects(file, session::project);
        ImportOutcome outcome = session.finish(derived);
        UUID id = Ids.next();
        jdbc.sql("insert into directory.import_run (id, source, files, summary, report)"
                        + " values (:id, :source, :files, :summary::jsonb, :report)")
                .param("id", id)
                .param("source", SOURCE)
                .param("files", files.stream().map(Export::name).toArray(String[]::new))
                .param("summary", json.writeValueAsString(outcome.lines()))
                .param("report", report.compressed())
                .update();
        audit.note("directory.imported", new ThingRef("import", id));
        return outcome;
    }

    /** The newest first. */
    List<ImportRun> list(int limit) {
        return jdbc.sql("select id, at, files, summary from directory.import_run order by id desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new ImportRun(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray(3).getArray()),
                        List.of(json.readValue(row.getString(4), String[].class))))
                .list();
    }

    /** The report as gzip. */
    Optional<byte[]> findReport(UUID id) {
        return jdbc.sql("select report from directory.import_run where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}
