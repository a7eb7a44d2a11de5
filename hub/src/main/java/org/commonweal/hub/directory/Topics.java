package org.commonweal.hub.directory;

import com.ibm.icu.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The topics of the hub. Rows of any room name them by slug.
 *
 * <p>Example: {@code topics.list(page.locale(), "theme")} fills the choices of a form; {@code topics.known(chosen)} keeps
 * of what was sent only what there is.
 */
@Component
public class Topics {
    static final List<String> KINDS = List.of("theme", "technology", "approach");

    private final JdbcClient jdbc;

    Topics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All topics in the order of their kinds, then by name in the reader's language. */
    public List<Topic> list(Locale reader) {
        Collator order = Collator.getInstance(reader);
        return jdbc.sql("select id, slug, kind, name from directory.topic").query(Topics::topic).list().stream()
                .sorted(Comparator.comparingInt((Topic topic) -> KINDS.indexOf(topic.kind()))
                        .thenComparing(topic -> topic.name(reader), order))
                .toList();
    }

    /** The topics of one kind by name in the reader's language. */
    public List<Topic> list(Locale reader, String kind) {
        return list(reader).stream().filter(topic -> topic.kind().equals(kind)).toList();
    }

    /** The topics with these slugs, in the order of {@link #list(Locale)}; unknown slugs are left out. */
    public List<Topic> list(Locale reader, Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : list(reader).stream()
                        .filter(topic -> slugs.contains(topic.slug()))
                        .toList();
    }

    public Optional<Topic> find(String slug) {
        return jdbc.sql("select id, slug, kind, name from directory.topic where slug = :slug")
                .param("slug", slug)
                .query(Topics::topic)
                .optional();
    }

    /** Of these slugs the ones that there are, each once. */
    public List<String> known(Collection<String> slugs) {
        if (slugs.isEmpty()) return List.of();
        return jdbc.sql("select slug from directory.topic where slug in (:slugs) order by slug")
                .param("slugs", slugs)
                .query(String.class)
                .list();
    }

    /** The names of topics in all languages, so that things are found by them. */
    String also(Collection<String> slugs) {
        if (slugs.isEmpty()) return "";
        return jdbc.sql("select string_agg(directory.said(name), ' ' order by slug) from directory.topic"
                        + " where slug in (:slugs)")
                .param("slugs", slugs)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How many organisations work on each topic, themselves or in a project. */
    Map<String, Long> countOrganisations() {
        return count("select unnest(all_topics), count(*) from directory.listed group by 1");
    }

    Map<String, Long> countProjects() {
        return count("select unnest(topics), count(*) from directory.project group by 1");
    }

    private Map<String, Long> count(String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Topic topic(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Topic(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), Text.fromJson(row.getString(4)));
    }
}
