package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Dataset.Row;
import org.commonweal.hub.frame.Dataset.Variable;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.Words;
import org.springframework.stereotype.Component;

/** What findings are made of: the rooms that gather data, by the kind of their things. */
@Component
class Sources {
    /** How many previews fit into the memory beside the rest of the hub, which would end for everybody if they did not. */
    static final int AT_ONCE = 3;

    // A preview of 300,000 rows was measured to take 280 MB at most (-Xmx1g).
    private static final long BYTES_PER_ROW = 3_500;

    private final List<Dataset> datasets;
    private final Words words;
    private final long mostRows = Runtime.getRuntime().maxMemory() / BYTES_PER_ROW;

    Sources(List<Dataset> datasets, Words words) {
        this.datasets = datasets;
        this.words = words;
    }

    Optional<Description> find(ThingRef thing) {
        return room(thing).flatMap(room -> room.find(thing.id()));
    }

    /** Without reading a row, unlike {@link #find}. */
    Optional<String> findPath(ThingRef thing) {
        return room(thing).flatMap(room -> room.findPath(thing.id()));
    }

    /** @throws Refusal (404) when there is no such thing, or it has not been opened */
    Description get(ThingRef thing) {
        return find(thing).orElseThrow(Refusal::notFound);
    }

    List<String> topics(ThingRef thing) {
        return room(thing).orElseThrow(Refusal::notFound).topics(thing.id());
    }

    /** @throws Refusal (409) when no finding may be made of it now, (404) as {@link #get} */
    void requireTellable(ThingRef thing) {
        room(thing).orElseThrow(Refusal::notFound).requireTellable(thing.id());
    }

    /** To be asked outside of a transaction and of a turn: it may take a while. */
    void prepare(ThingRef thing) {
        room(thing).orElseThrow(Refusal::notFound).prepare(thing.id());
    }

    /**
     * The approved rows with the value of one variable and of the question that tells their time, each left out for "".
     *
     * @throws Refusal (409) when there are more than the memory holds; none is read then
     */
    List<Row> rows(Description source, String variable, String clock) {
        if (source.approved() > mostRows)
            throw Refusal.conflict(words.say(Locale.ENGLISH, "evidence.too-many-rows", source.approved(), mostRows));
        List<String> asked =
                Stream.of(variable, clock).filter(name -> !name.isEmpty()).toList();
        ThingRef thing = source.thing();
        return room(thing).orElseThrow(Refusal::notFound).rows(thing.id(), asked);
    }

    static Optional<Variable> variable(Description source, String name) {
        return source.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    private Optional<Dataset> room(ThingRef thing) {
        return datasets.stream()
                .filter(room -> room.kind().equals(thing.kind()))
                .findFirst();
    }
}
