package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the directory counts on the home page. */
@Component
class DirectoryHome implements HomeShelf {
    private final JdbcClient jdbc;

    DirectoryHome(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A scan of the organisations, which are a few thousand, and an index only scan of the projects. */
    @Override
    public Part home(Page page) {
        return jdbc.sql("select (select count(*) from directory.listed), (select count(*) from directory.project)")
                .query((row, n) -> Part.counting(
                        List.of(count(page, "organisations", row.getLong(1)), count(page, "projects", row.getLong(2)))))
                .single();
    }

    private static Count count(Page page, String room, long number) {
        return new Count(Step.COMMUNITY, number, page.t("directory." + room + ".unit", number), "/" + room);
    }
}
