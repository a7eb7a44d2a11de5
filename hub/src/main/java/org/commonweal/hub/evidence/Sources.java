package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Dataset.Row;
import org.commonweal.hub.frame.Dataset.Variable;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;

/** What findings are made of: the rooms that gather data, by the kind of their things. */
@Component
class Sources {
    private final List<Dataset> datasets;

    Sources(List<Dataset> datasets) {
        this.datasets = datasets;
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

    Dataset.Provenance provenance(ThingRef thing) {
        return room(thing).orElseThrow(Refusal::notFound).provenance(thing.id());
    }

    /** @throws Refusal (409) when no finding may be made of it now, (404) as {@link #get} */
    void requireTellable(ThingRef thing) {
        room(thing).orElseThrow(Refusal::notFound).requireTellable(thing.id());
    }

    /** The approved rows with the value of one variable; with none for "". */
    List<Row> rows(ThingRef thing, String variable) {
        List<String> asked = variable.isEmpty() ? List.of() : List.of(variable);
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
