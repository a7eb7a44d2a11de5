package org.commonweal.hub.directory;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a form told, alike for both lists. */
@Component
class Drafts {
    private final JdbcClient jdbc;
    private final Places places;
    private final Topics topics;
    private final Derived derived;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Places places, Topics topics, Derived derived, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.topics = topics;
        this.derived = derived;
        this.clock = clock;
    }

    /** @return the new row's identifier */
    UUID insert(Shelf shelf, Draft draft, String language) {
        UUID id = Addresses.fresh(jdbc, shelf);
        jdbc.sql("insert into " + shelf.table() + " (id, tail, name, listed_on) values (:id, :tail, :name, :today)")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .param("name", draft.name())
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        write(shelf, id, draft, Text.of(language, draft.summary()));
        return id;
    }

    /** Nobody else changes it until the transaction ends. */
    void hold(Shelf shelf, UUID id) {
        jdbc.sql("select id from " + shelf.table() + " where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Writes the summary in one language and leaves the others as they are. */
    void update(Shelf shelf, UUID id, Draft draft, String language) {
        Text before = jdbc.sql("select summary from " + shelf.table() + " where id = :id for update")
                .param("id", id)
                .query((row, n) -> Text.fromJson(row.getString(1)))
                .optional()
                .orElseThrow(Refusal::notFound);
        write(shelf, id, draft, changed(before, draft.summary(), language));
    }

    // A text in nobody knows which language, as imports bring, gives way to one that somebody wrote.
    private static Text changed(Text before, String typed, String language) {
        if (typed.equals(before.in(Locale.of(language)))) return before;
        boolean replace = before.isEmpty() || before.source().equals(Spoken.UNKNOWN);
        return replace ? Text.of(language, typed) : before.with(language, typed);
    }

    private void write(Shelf shelf, UUID id, Draft draft, Text summary) {
        String place = places.fold(draft.country(), draft.place());
        Point point = draft.point();
        var chosen = topics.known(draft.topics());
        String kind = shelf == Shelf.ORGANISATIONS ? "kind = :kind, " : "";
        jdbc.sql(
                        "update " + shelf.table() + " set name = :name, summary = :summary::jsonb, " + kind
                                + "website = :website, country = :country, place = :place, latitude = :latitude,"
                                + " longitude = :longitude, approximate = coalesce(approximate and latitude ="
                                + " :latitude and longitude = :longitude, false), topics = :topics, also = :also, edited_at = :now where id = :id")
                .param("id", id)
                .param("name", draft.name())
                .param("summary", summary.toJson())
                .param("kind", draft.kind())
                .param("website", WebAddress.find(draft.website()).orElse(""))
                .param("country", draft.country())
                .param("place", place)
                .param("latitude", point == null ? null : point.latitude(), Types.DOUBLE)
                .param("longitude", point == null ? null : point.longitude(), Types.DOUBLE)
                .param("topics", chosen.toArray(String[]::new))
                .param("also", places.also(draft.country(), place) + " " + topics.also(chosen))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        derived.refresh(shelf, id);
    }
}
