package org.commonweal.hub.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries for pages and proofs. */
@Component
class EntrySearch {
    private static final String PLACED = "select e.*, p.log, p.index ";
    private static final String IN_LOG =
            "from ledger.place p join ledger.entry e on e.id = p.entry where p.log = :log and ";

    private final JdbcClient jdbc;

    EntrySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What words ask for: each is found by an index of its own, which a choice made in SQL would keep from use. */
    private record Asked(String condition, Object value) {
        static Asked of(String words) {
            String plain = words.strip().toLowerCase(Locale.ROOT);
            if (plain.isEmpty()) return new Asked("true", plain);
            if (plain.matches("[0-9a-f]{64}")) return new Asked("e.sha256 = :q", plain);
            if (plain.matches("[0-9]{1,18}")) return new Asked("p.index = :q", Long.valueOf(plain));
            if (plain.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                return new Asked("e.document = :q", UUID.fromString(plain));
            return new Asked("false", plain);
        }
    }

    Optional<PlacedEntry> findAt(int log, long index) {
        return jdbc.sql(PLACED + IN_LOG + "p.index = :index")
                .param("log", log)
                .param("index", index)
                .query(EntryRows::placed)
                .optional();
    }

    /** All that was published of a document, newest first. */
    List<PlacedEntry> listOf(UUID document) {
        // The newest log that has an entry speaks for it; an entry that waits has none.
        return jdbc.sql("""
                        select e.*, p.log, p.index from ledger.entry e left join lateral
                          (select log, index from ledger.place where entry = e.id order by log desc limit 1) p on true
                        where e.document = :document order by e.number desc""")
                .param("document", document)
                .query(EntryRows::placed)
                .list();
    }

    /** @param words an index, an identifier or a digest in full; "" for all */
    long count(int log, String words) {
        Asked asked = Asked.of(words);
        return jdbc.sql("select count(*) " + IN_LOG + asked.condition())
                .param("log", log)
                .param("q", asked.value())
                .query(Long.class)
                .single();
    }

    /** One page of what {@link #count} counts, newest first. */
    List<PlacedEntry> list(int log, String words, int limit, long offset) {
        return list(log, words, Long.MAX_VALUE, limit, offset);
    }

    /** All that {@link #count} counts, newest first, read so many at a time. */
    void forEach(int log, String words, int atATime, Consumer<PlacedEntry> consumer) {
        long below = Long.MAX_VALUE;
        while (true) {
            List<PlacedEntry> page = list(log, words, below, atATime, 0);
            page.forEach(consumer);
            if (page.size() < atATime) return;
            below = Objects.requireNonNull(page.getLast().index());
        }
    }

    private List<PlacedEntry> list(int log, String words, long below, int limit, long offset) {
        Asked asked = Asked.of(words);
        return jdbc.sql(PLACED + IN_LOG + asked.condition()
                        + " and p.index < :below order by p.index desc limit :limit offset :offset")
                .param("log", log)
                .param("q", asked.value())
                .param("below", below)
                .param("limit", limit)
                .param("offset", offset)
                .query(EntryRows::placed)
                .list();
    }
}
