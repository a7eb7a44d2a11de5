package org.commonweal.hub.directory;

import java.util.List;
import java.util.Locale;

/**
 * The two lists of the directory: which table, by what it can be filtered, in what order it can be read.
 *
 * <p>A filter is a column of a row {@code o} that holds one value or several; a row passes when it has one of those
 * chosen. So all filters and their counts need one piece of SQL, whatever the column.
 */
enum Shelf {
    ORGANISATIONS(
            "directory.organisation",
            "directory.listed",
            List.of(
                    new Filter("type", "o.kind", false),
                    new Filter("country", "o.country", false),
                    new Filter("theme", "o.all_topics", true),
                    new Filter("technology", "o.all_topics", true),
                    new Filter("approach", "o.all_topics", true)),
            List.of("name", "newest", "projects")),
    PROJECTS(
            "directory.project",
            "directory.project",
            List.of(
                    new Filter("country", "o.countries", true),
                    new Filter("theme", "o.topics", true),
                    new Filter("technology", "o.topics", true),
                    new Filter("approach", "o.topics", true)),
            List.of("name", "newest"));

    /** A filter's name is the address's parameter; those named like a kind of topic count topics of that kind only. */
    record Filter(String name, String column, boolean many) {
        boolean isTopic() {
            return Topics.KINDS.contains(name);
        }

        String passes() {
            return many ? column + " && :" + name + "::text[]" : column + " = any (:" + name + ")";
        }
    }

    private final String table;
    private final String listed;
    private final List<Filter> filters;
    private final List<String> sorts;

    Shelf(String table, String listed, List<Filter> filters, List<String> sorts) {
        this.table = table;
        this.listed = listed;
        this.filters = filters;
        this.sorts = sorts;
    }

    /** The list's address without slash, and its part of the message keys. */
    String room() {
        return name().toLowerCase(Locale.ROOT);
    }

    String table() {
        return table;
    }

    /** Where lists read from: without organisations that wait to be looked at. */
    String listed() {
        return listed;
    }

    List<Filter> filters() {
        return filters;
    }

    /** The orders to choose from, the usual one first; a search adds «best» in front. */
    List<String> sorts() {
        return sorts;
    }

    /** The order as SQL; each ends in the identifier, so that pages neither repeat nor skip a row. */
    static String order(String sort) {
        return switch (sort) {
            case "newest" -> "o.listed_on desc nulls last, o.id desc";
            case "projects" -> "o.project_count desc, o.name_plain, o.id";
            default -> "o.name_plain, o.id";
        };
    }
}
