package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What was imported into the directory, and the reports. */
@Controller
@Access(permission = "directory.edit")
class ImportPages {
    private static final int SHOWN = 50;
    private final Pages pages;
    private final Imports imports;

    ImportPages(Pages pages, Imports imports) {
        this.pages = pages;
        this.imports = imports;
    }

    @GetMapping("/imports")
    View list() {
        return pages.show("directory/imports", new ImportsView(imports.list(SHOWN)));
    }

    @GetMapping("/imports/{id}.csv")
    void report(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        byte[] report = imports.findReport(id).orElseThrow(Refusal::notFound);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-report.csv\"");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(report))) {
            in.transferTo(response.getOutputStream());
        }
    }
}
