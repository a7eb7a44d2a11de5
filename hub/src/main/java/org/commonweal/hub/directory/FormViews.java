package org.commonweal.hub.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.commonweal.hub.frame.places.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of the forms. */
@Component
class FormViews {
    static final int MOST_OWNERS = 500;
    private final Topics topics;
    private final Organisations organisations;

    FormViews(Topics topics, Organisations organisations) {
        this.topics = topics;
        this.organisations = organisations;
    }

    FormView newOrganisation(Page page, Draft draft, Faults faults) {
        return form(page, "organisations", "/organisations/new", "", "", draft, faults, List.of(), "");
    }

    FormView organisation(Page page, Organisation saved, Draft draft, Faults faults) {
        String seen = seen(page, Draft.of(saved, page.locale())).digest();
        return form(page, "organisations", saved.path() + "/edit", saved.path(), seen, draft, faults, List.of(), "");
    }

    FormView newProject(Page page, String owner, Draft draft, Faults faults) {
        List<Choice> owners = organisations.listToChoose("directory.edit", MOST_OWNERS, owner).stream()
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList();
        String only = owners.size() == 1 ? owners.getFirst().value() : owner;
        return form(page, "projects", "/projects/new", "", "", draft, faults, owners, only);
    }

    FormView project(Page page, Project saved, Draft draft, Faults faults) {
        String seen = seen(page, Draft.of(saved, page.locale())).digest();
        return form(page, "projects", saved.path() + "/edit", saved.path(), seen, draft, faults, List.of(), "");
    }

    /** Whether somebody else changed it since the form was drawn that holds this draft. */
    boolean isOvertaken(Page page, Draft saved, Draft typed, @Nullable String sent) {
        return seen(page, saved).isOvertaken(sent, typed.fields(topics.list(page.locale())));
    }

    /** The faults, and beside each field that differs what stands there now. */
    Faults beside(Page page, Draft saved, Draft typed, Faults faults) {
        return seen(page, saved)
                .beside(typed.fields(topics.list(page.locale())), faults, (field, value) -> told(page, field, value));
    }

    private Seen seen(Page page, Draft saved) {
        return Seen.of(saved.fields(topics.list(page.locale())));
    }

    private String told(Page page, String field, String value) {
        if (field.equals("kind")) return page.t("directory.kind." + value);
        if (field.equals("country"))
            return Countries.find(value).map(known -> known.name(page.locale())).orElse(value);
        if (!Topics.KINDS.contains(field)) return value;
        return topics.list(page.locale()).stream()
                .filter(topic -> value.lines().anyMatch(topic.slug()::equals))
                .map(topic -> topic.name(page.locale()))
                .collect(Collectors.joining("\n"));
    }

    private FormView form(
            Page page,
            String room,
            String action,
            String thing,
            String seen,
            Draft draft,
            Faults faults,
            List<Choice> owners,
            String owner) {
        Map<String, List<Choice>> byKind = new LinkedHashMap<>();
        for (Topic topic : topics.list(page.locale()))
            byKind.computeIfAbsent(topic.kind(), unused -> new java.util.ArrayList<>())
                    .add(new Choice(topic.slug(), topic.name(page.locale())));
        return new FormView(
                room,
                thing.isEmpty(),
                action,
                seen,
                thing.isEmpty() ? "/" + room : thing,
                List.of(new Crumb("/" + room, page.t("directory." + room))),
                draft,
                faults,
                owners,
                owner,
                Kinds.ALL.stream()
                        .map(kind -> new Choice(kind, page.t("directory.kind." + kind)))
                        .toList(),
                Countries.list(page.locale()).stream()
                        .map(country -> new Choice(country.code(), country.name(page.locale())))
                        .toList(),
                byKind);
    }
}
