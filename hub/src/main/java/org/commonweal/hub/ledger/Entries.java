package org.commonweal.hub.ledger;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.tlog.proof.Leaf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows that say what is to stand in the log, and where it stands. */
@Component
class Entries {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Entries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Writes an entry and lets it wait for the log; the same again changes nothing.
     *
     * @throws IllegalStateException when the same version of the document is there with another digest
     */
    @Transactional
    public void add(Leaf leaf) {
        if (insert(leaf))
            jdbc.sql("insert into ledger.pending (entry, number) select id, number from ledger.entry"
                            + " where document = :document and type = :type and version = :version")
                    .param("document", UUID.fromString(leaf.id()))
                    .param("type", leaf.type())
                    .param("version", leaf.version())
                    .update();
        else requireSame(leaf);
    }

    /** The entry of a leaf that was found in the log; written when a restored database lacks it. */
    @Transactional
    public Entry adopt(Leaf leaf) {
        insert(leaf);
        return find(leaf).orElseThrow();
    }

    private boolean insert(Leaf leaf) {
        return jdbc.sql("""
                        insert into ledger.entry (id, type, document, version, sha256, at, leaf)
                        values (:id, :type, :document, :version, :sha256, :at, :leaf)
                        on conflict (document, type, version) do nothing""")
                        .param("id", Ids.next())
                        .param("type", leaf.type())
                        .param("document", UUID.fromString(leaf.id()))
                        .param("version", leaf.version())
                        .param("sha256", leaf.sha256())
                        .param("at", leaf.time().atOffset(ZoneOffset.UTC))
                        .param("leaf", leaf.bytes())
                        .update()
                == 1;
    }

    private void requireSame(Leaf leaf) {
        String there = find(leaf).orElseThrow().sha256();
        if (!there.equals(leaf.sha256()))
            throw new IllegalStateException(("Version %d of %s %s is to stand in the log with the digest %s already;"
                            + " it cannot be published again with %s. Make it a new version.")
                    .formatted(leaf.version(), leaf.type(), leaf.id(), there, leaf.sha256()));
    }

    private Optional<Entry> find(Leaf leaf) {
        return jdbc.sql("select * from ledger.entry e where document = :document and type = :type"
                        + " and version = :version")
                .param("document", UUID.fromString(leaf.id()))
                .param("type", leaf.type())
                .param("version", leaf.version())
                .query(EntryRows::entry)
                .optional();
    }

    /** Those that wait for the log, in their order. */
    List<Entry> listPending(int limit) {
        return jdbc.sql("select e.* from ledger.pending p join ledger.entry e on e.id = p.entry"
                        + " order by p.number limit :limit")
                .param("limit", limit)
                .query(EntryRows::entry)
                .list();
    }

    long countPending() {
        return jdbc.sql("select count(*) from ledger.pending").query(Long.class).single();
    }

    /** Number of the newest entry, 0 when there is none. */
    long newest() {
        return jdbc.sql("select coalesce(max(number), 0) from ledger.entry")
                .query(Long.class)
                .single();
    }

    /** Lets all entries behind a number wait again, and no others, for a new log. */
    void awaitAgain(long afterNumber) {
        jdbc.sql("delete from ledger.pending where number <= :after")
                .param("after", afterNumber)
                .update();
        jdbc.sql("insert into ledger.pending (entry, number) select id, number from ledger.entry"
                        + " where number > :after on conflict do nothing")
                .param("after", afterNumber)
                .update();
    }

    /** The index behind the last recorded place in a log. */
    long nextIndex(int log) {
        return jdbc.sql("select coalesce(max(index) + 1, 0) from ledger.place where log = :log")
                .param("log", log)
                .query(Long.class)
                .single();
    }

    /** Records that entries stand in a log; what is recorded already stays as it is. */
    @Transactional
    public void place(int log, List<Place> places) {
        batches.batchUpdate(
                "insert into ledger.place (log, index, entry) values (?, ?, ?) on conflict do nothing",
                places.stream()
                        .map(place ->
                                new Object[] {log, place.index(), place.entry().id()})
                        .toList());
        batches.batchUpdate(
                "delete from ledger.pending where entry = ?",
                places.stream().map(place -> new Object[] {place.entry().id()}).toList());
    }
}
