package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lists as files, with the filters and order of the page that links to them, all rows of it. */
@Controller
@Access(Access.Who.ANYONE)
class DirectoryApi {
    private final Lists lists;
    private final Settings settings;

    DirectoryApi(Lists lists, Settings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    @GetMapping("/organisations.{ending:csv|json|geojson}")
    void organisations(@PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Shelf.ORGANISATIONS, ending, request, response);
    }

    @GetMapping("/projects.{ending:csv|json|geojson}")
    void projects(@PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Shelf.PROJECTS, ending, request, response);
    }

    private void write(Shelf shelf, String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String[]> parameters = request.getParameterMap();
        Wanted wanted = lists.count(Wanted.of(shelf, ListViews.query(shelf, parameters)))
                .wanted();
        String name = shelf.room();
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"");
        try (Download download = Download.open(ending, response)) {
            forEach(wanted, row -> download.write(row));
        }
    }

    private void forEach(Wanted wanted, Consumer<DownloadRow> consumer) {
        String base = settings.publicUrl();
        if (wanted.shelf() == Shelf.ORGANISATIONS)
            lists.forEach(
                    wanted,
                    Rows.ORGANISATION_LINE,
                    (row, n) -> DownloadRow.of(Rows.organisation(row, n), base),
                    consumer);
        else lists.forEach(wanted, Rows.PROJECT_LINE, (row, n) -> DownloadRow.of(Rows.project(row, n), base), consumer);
    }
}
