package org.commonweal.hub.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries for pages and proofs. */
@Component
class EntrySearch {
    private static final String IN_LOG = """
            from ledger.place p join ledger.entry e on e.id = p.entry
            where p.log = :log and (:q = '' or e.sha256 = :q or e.document::text = :q or p.index::text = :q)""";

    private final JdbcClient jdbc;

    EntrySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PlacedEntry> findAt(int log, long index) {
        return jdbc.sql("select e.*, p.log, p.index from ledger.place p join ledger.entry e on e.id = p.entry"
                        + " where p.log = :log and p.index = :index")
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
        return jdbc.sql("select count(*) " + IN_LOG)
                .param("log", log)
                .param("q", plain(words))
                .query(Long.class)
                .single();
    }

    /** One page of what {@link #count} counts, newest first. */
    List<PlacedEntry> list(int log, String words, int limit, long offset) {
        return jdbc.sql("select e.*, p.log, p.index " + IN_LOG + " order by p.index desc limit :limit offset :offset")
                .param("log", log)
                .param("q", plain(words))
                .param("limit", limit)
                .param("offset", offset)
                .query(EntryRows::placed)
                .list();
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
