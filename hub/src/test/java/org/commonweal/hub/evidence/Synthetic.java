package org.commonweal.hub.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;

/** Stands in for the room that gathers data: what a test puts in comes out as approved rows. */
@Component
class Synthetic implements Dataset {
    static final String KIND = "synthetic";
    private final Map<UUID, Thing> things = new ConcurrentHashMap<>();
    /** How often something was described, which may read every row of it. */
    final AtomicLong described = new AtomicLong();

    /** One gathering of rows, to which a test adds. */
    static final class Thing {
        private final UUID organisation;
        private final String title;
        private final boolean people;
        private final List<Row> rows = new ArrayList<>();
        private Origin origin = new Origin("web", "2026112101", 1);
        private long unread;
        private Runnable reading = () -> {};

        private Thing(UUID organisation, String title, boolean people) {
            this.organisation = organisation;
            this.title = title;
            this.people = people;
        }

        /** Answers to «pm25» and «water», "" for none. */
        Thing row(String at, String contributor, String subject, double latitude, double longitude, String... answers) {
            UUID id = Ids.next();
            rows.add(new Row(
                    id,
                    Instant.parse(at),
                    contributor,
                    subject,
                    latitude,
                    longitude,
                    List.of(answers),
                    Set.of(),
                    Digests.sha256(id.toString().getBytes()),
                    origin));
            return this;
        }

        /** Rows put in from now on came so. */
        Thing from(String way, String form, int consent) {
            origin = new Origin(way, form, consent);
            return this;
        }

        /** Its form does not take this answer, which rows have. */
        void refuse(String variable, String answer) {
            rows.replaceAll(row -> row.values().contains(answer) ? refused(row, variable) : row);
        }

        /** It has so many more that nobody may read it. */
        void tooMany(long more) {
            unread = more;
        }

        /** Called by whoever reads its rows. */
        void whileReading(Runnable reader) {
            reading = reader;
        }

        void remove(int index) {
            rows.remove(index);
        }

        List<Row> rows() {
            return rows;
        }
    }

    UUID people(UUID organisation, String title) {
        return add(new Thing(organisation, title, true));
    }

    UUID things(UUID organisation, String title) {
        return add(new Thing(organisation, title, false));
    }

    Thing get(UUID id) {
        return things.get(id);
    }

    private UUID add(Thing thing) {
        UUID id = Ids.next();
        things.put(id, thing);
        return id;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Description> find(UUID id) {
        described.incrementAndGet();
        return Optional.ofNullable(things.get(id))
                .map(thing -> new Description(
                        new ThingRef(KIND, id),
                        thing.organisation,
                        thing.title,
                        "/campaigns/" + Ids.address(thing.title, id),
                        "How is the air, how is the water?",
                        "Everybody who lives there",
                        thing.people,
                        !thing.people,
                        thing.people ? 10 : 1,
                        ZoneId.of("Europe/Belgrade"),
                        "RS",
                        thing.rows.size() + 3,
                        thing.rows.size() + thing.unread,
                        2,
                        variables()));
    }

    @Override
    public Optional<String> findPath(UUID id) {
        return Optional.ofNullable(things.get(id)).map(thing -> "/campaigns/" + Ids.address(thing.title, id));
    }

    @Override
    public List<String> topics(UUID id) {
        return List.of("air");
    }

    @Override
    public List<Row> rows(UUID id, List<String> variables) {
        if (things.get(id).unread > 0) throw new IllegalStateException("More rows than memory were asked for");
        things.get(id).reading.run();
        List<String> order = variables().stream().map(Variable::name).toList();
        return things.get(id).rows.stream()
                .map(row -> new Row(
                        row.submission(),
                        row.at(),
                        row.contributor(),
                        row.subject(),
                        row.latitude(),
                        row.longitude(),
                        variables.stream()
                                .map(name -> answer(row, order.indexOf(name)))
                                .toList(),
                        row.refused(),
                        row.sha256(),
                        row.origin()))
                .toList();
    }

    private static Row refused(Row row, String variable) {
        return new Row(
                row.submission(),
                row.at(),
                row.contributor(),
                row.subject(),
                row.latitude(),
                row.longitude(),
                row.values(),
                Set.of(variable),
                row.sha256(),
                row.origin());
    }

    private static String answer(Row row, int index) {
        return index < row.values().size() ? row.values().get(index) : "";
    }

    private static List<Variable> variables() {
        return List.of(
                new Variable("pm25", Text.of("en", "PM2.5"), "number", "µg/m³", List.of()),
                new Variable(
                        "water",
                        new Text(
                                "en",
                                Map.of(
                                        "en", "How is the water of the well?",
                                        "fr", "Comment est l'eau du puits ?",
                                        "ar", "كيف ماء البئر؟")),
                        "choice",
                        "",
                        List.of(
                                new Option("clean", Text.of("en", "clean")),
                                new Option(
                                        "dirty", new Text("en", Map.of("en", "dirty", "fr", "sale", "ar", "متسخ"))))),
                new Variable("note", Text.of(Text.UNKNOWN, "Anything else"), "text", "", List.of()),
                new Variable(
                        "day", new Text("en", Map.of("en", "Which day?", "fr", "Quel jour ?")), "date", "", List.of()));
    }
}
