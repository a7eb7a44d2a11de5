package org.commonweal.hub.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of entries as a table to take along. */
@RestController
@Access(Access.Who.ANYONE)
class EntriesApi {
    private static final int AT_A_TIME = 1000;

    private final Logs logs;
    private final EntrySearch search;

    EntriesApi(Logs logs, EntrySearch search) {
        this.logs = logs;
        this.search = search;
    }

    @GetMapping("/log/entries.csv")
    void csv(@RequestParam(defaultValue = "") String q, HttpServletResponse response) throws IOException {
        int log = logs.findCurrent().orElseThrow(Refusal::notFound).number();
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"log-entries.csv\"");
        try (Csv csv = Csv.to(response.getWriter())) {
            csv.writeRecord("index", "type", "id", "version", "sha256", "time");
            search.forEach(log, q, AT_A_TIME, placed -> write(csv, placed));
        }
    }

    private static void write(Csv csv, PlacedEntry placed) {
        Entry entry = placed.entry();
        csv.writeRecord(
                String.valueOf(placed.index()),
                entry.type(),
                entry.document().toString(),
                Long.toString(entry.version()),
                entry.sha256(),
                entry.at().toString());
    }
}
