package org.commonweal.hub.directory;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;

/** What the search box of every page finds here: organisations and projects, by the same rules as their lists. */
@Configuration
class DirectorySearch {
    private final Lists lists;

    DirectorySearch(Lists lists) {
        this.lists = lists;
    }

    @Bean
    @Order(1)
    SearchShelf organisationSearch() {
        return new Shelved<>(
                Shelf.ORGANISATIONS,
                Rows.ORGANISATION_LINE,
                Rows::organisation,
                (page, row) -> hit(page, row.name(), row.path(), row.summary(), row.spot()));
    }

    @Bean
    @Order(2)
    SearchShelf projectSearch() {
        return new Shelved<>(
                Shelf.PROJECTS,
                Rows.PROJECT_LINE,
                Rows::project,
                (page, row) -> hit(page, row.name(), row.path(), row.summary(), row.spot()));
    }

    private static SearchShelf.Hit hit(Page page, String name, String path, Text summary, Spot spot) {
        String told = summary.in(page.locale());
        return new SearchShelf.Hit(name, path, told.isEmpty() ? spot.in(page.locale()) : told);
    }

    private final class Shelved<T> implements SearchShelf {
        private final Shelf shelf;
        private final String columns;
        private final RowMapper<T> row;
        private final BiFunction<Page, T, Hit> hit;

        Shelved(Shelf shelf, String columns, RowMapper<T> row, BiFunction<Page, T, Hit> hit) {
            this.shelf = shelf;
            this.columns = columns;
            this.row = row;
            this.hit = hit;
        }

        @Override
        public String title(Page page) {
            return page.t("directory." + shelf.room());
        }

        @Override
        public List<Hit> find(Page page, String words, int limit) {
            Wanted wanted = Wanted.search(shelf, words);
            if (wanted.words().isEmpty()) return List.of();
            List<T> found = lists.rows(wanted, columns, row, limit, 0);
            if (found.isEmpty()) found = lists.rows(wanted.loosely(), columns, row, limit, 0);
            return found.stream().map(one -> hit.apply(page, one)).toList();
        }

        @Override
        public String more(String words) {
            return ListViews.query(shelf, Map.of()).set("q", words);
        }
    }
}
