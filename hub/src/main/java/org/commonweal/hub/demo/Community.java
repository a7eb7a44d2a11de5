package org.commonweal.hub.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.directory.Draft;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.directory.ProjectRef;
import org.commonweal.hub.directory.Projects;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.springframework.stereotype.Component;

/** The organisations, their projects, and who takes part in what. */
@Component
class Community {
    private final Organisations organisations;
    private final Projects projects;
    private final Rights rights;

    Community(Organisations organisations, Projects projects, Rights rights) {
        this.organisations = organisations;
        this.projects = projects;
        this.rights = rights;
    }

    /** @param organisations by name */
    record Found(Map<String, OrganisationRef> organisations, int projects) {
        UUID id(String name) {
            OrganisationRef found = organisations.get(name);
            if (found == null) throw new IllegalArgumentException("No organisation " + name);
            return found.id();
        }
    }

    Found make(Troupe.Cast cast) {
        Map<String, UUID> makers = Map.of(
                Calls.WATER, cast.water(),
                Calls.STOPS, cast.stops(),
                Calls.AIR, cast.air(),
                Calls.ROOMS, cast.rooms());
        Map<String, OrganisationRef> made = new LinkedHashMap<>();
        for (NamedCsvRecord row : Authored.rows("organisations.csv")) {
            String name = row.getField("name");
            UUID maker = makers.getOrDefault(name, cast.keeper());
            made.put(name, Troupe.as(maker, () -> organisations.create(draft(row), "en")));
        }
        Troupe.as(cast.keeper(), () -> {
            makers.keySet().forEach(name -> organisations.accept(made.get(name).id()));
            return null;
        });
        makers.forEach((name, maker) -> rights.grant(
                new Actor(Actor.PERSON, cast.second()),
                "reviewer",
                Scope.organisation(made.get(name).id())));
        // An administrator needs none of them to keep the hub.
        Actor keeper = new Actor(Actor.PERSON, cast.keeper());
        rights.listFor(keeper).stream()
                .filter(grant -> !grant.scope().equals(Scope.HUB))
                .forEach(grant -> rights.revoke(grant.id()));
        List<NamedCsvRecord> rows = Authored.rows("projects.csv");
        Troupe.as(cast.keeper(), () -> {
            rows.forEach(row -> project(row, made));
            return null;
        });
        return new Found(made, rows.size());
    }

    private void project(NamedCsvRecord row, Map<String, OrganisationRef> made) {
        ProjectRef project = projects.create(made.get(row.getField("owner")), draft(row), "en");
        for (String member : row.getField("members").split(";")) {
            int colon = member.indexOf(':');
            projects.join(project, made.get(member.substring(colon + 1)), member.substring(0, colon));
        }
    }

    private static Draft draft(NamedCsvRecord row) {
        Towns.Town town = Towns.get(row.getField("town"));
        return new Draft(
                row.getField("name"),
                row.getField("summary"),
                row.findField("kind").orElse(""),
                "",
                Towns.COUNTRY,
                town.name(),
                Double.toString(town.latitude()),
                Double.toString(town.longitude()),
                List.of(row.getField("topics").split(" ")));
    }
}
