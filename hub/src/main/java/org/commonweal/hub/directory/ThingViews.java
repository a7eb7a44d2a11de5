package org.commonweal.hub.directory;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Panel;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Chip;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of single organisations and projects. */
@Component
class ThingViews {
    private final Organisations organisations;
    private final Projects projects;
    private final Topics topics;
    private final Links links;
    private final Rights rights;
    private final List<Panel> panels;

    ThingViews(
            Organisations organisations,
            Projects projects,
            Topics topics,
            Links links,
            Rights rights,
            List<Panel> panels) {
        this.organisations = organisations;
        this.projects = projects;
        this.topics = topics;
        this.links = links;
        this.rights = rights;
        this.panels = panels;
    }

    ThingView of(Page page, Organisation shown) {
        boolean mayEdit = rights.has("directory.edit", Scope.organisation(shown.id()));
        boolean waits = !organisations.isAccepted(shown.id());
        List<ThingView.Neighbour> neighbours = projects.listOf(shown.id()).stream()
                .map(part -> new ThingView.Neighbour(
                        part.project().path(), part.project().name(), page.t("directory.role." + part.role())))
                .toList();
        return new ThingView(
                shown.name(),
                List.of(new Crumb("/organisations", page.t("directory.organisations"))),
                mayEdit ? shown.path() + "/edit" : "",
                mayEdit && !waits ? "/projects/new?organisation=" + shown.id() : "",
                rights.has("campaign.edit", Scope.organisation(shown.id()))
                        ? "/campaigns/new?organisation=" + shown.id()
                        : "",
                rights.has("organisation.invite", Scope.organisation(shown.id())) ? shown.path() + "/people" : "",
                prose(page, "", shown.summary()),
                parts(prose(page, page.t("directory.story"), shown.story())),
                chips(page, shown.allTopics()),
                Stream.concat(shown.tags().stream(), shown.networks().stream()).toList(),
                Facts.of(page, shown),
                map(page, shown.name(), shown.spot()),
                mapNote(page, shown.spot()),
                page.t("directory.projects"),
                neighbours,
                chain(shown.ref().thing()),
                panels(page, shown.ref().thing()),
                waits,
                mayEdit ? organisations.findRefusal(shown.id()).orElse("") : "",
                rights.has(DeletionPages.PERMISSION, Scope.HUB) ? shown.path() + "/delete" : "");
    }

    ThingView of(Page page, Project shown) {
        List<Projects.Member> members = projects.listMembers(shown.id());
        List<ThingView.Neighbour> neighbours = members.stream()
                .map(member -> new ThingView.Neighbour(
                        member.organisation().path(),
                        member.organisation().name(),
                        page.t("directory.role." + member.role())))
                .toList();
        return new ThingView(
                shown.name(),
                List.of(new Crumb("/projects", page.t("directory.projects"))),
                projects.mayEdit(shown) ? shown.path() + "/edit" : "",
                "",
                "",
                "",
                prose(page, "", shown.summary()),
                parts(
                        prose(page, page.t("directory.story"), shown.story()),
                        prose(page, page.t("directory.impact"), shown.impact())),
                chips(page, shown.topics()),
                shown.tags(),
                Facts.of(page, shown),
                map(page, shown.name(), shown.spot()),
                mapNote(page, shown.spot()),
                page.t("directory.organisations"),
                neighbours,
                chain(shown.ref().thing()),
                panels(page, shown.ref().thing()),
                false,
                "",
                "");
    }

    /** What other rooms have linked to a thing, on the step of the chain that they stand for. */
    List<ChainLink> chain(ThingRef thing) {
        return links.listTo(thing).stream()
                .map(link -> new ChainLink(step(link.from().kind()), link.path(), link.title()))
                .toList();
    }

    List<Content> panels(Page page, ThingRef thing) {
        return panels.stream()
                .flatMap(panel -> panel.show(page, thing).stream())
                .toList();
    }

    private static Step step(String kind) {
        return switch (kind) {
            case "campaign", "task", "signal" -> Step.LISTEN;
            case "mission", "need", "offer" -> Step.ACT;
            case "entry", "transfer" -> Step.ACCOUNT;
            case "organisation", "project", "topic" -> Step.COMMUNITY;
            default -> Step.UNDERSTAND;
        };
    }

    private static ThingView.Prose prose(Page page, String title, Text text) {
        List<String> paragraphs = Stream.of(text.in(page.locale()).split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
        return new ThingView.Prose(title, paragraphs, Spoken.of(text, page));
    }

    private static List<ThingView.Prose> parts(ThingView.Prose... all) {
        List<ThingView.Prose> told = new ArrayList<>();
        for (ThingView.Prose one : all) if (!one.paragraphs().isEmpty()) told.add(one);
        return told;
    }

    private List<Chip> chips(Page page, List<String> slugs) {
        return topics.list(page.locale(), slugs).stream()
                .map(topic -> new Chip(topic.name(page.locale()), topic.path()))
                .toList();
    }

    private static @Nullable Drawing map(Page page, String name, Spot spot) {
        return spot.point() == null ? null : Maps.of(page, name, spot, spot.point());
    }

    private static String mapNote(Page page, Spot spot) {
        boolean near = spot.point() != null && spot.point().approximate();
        return near ? page.t("directory.map.approximate") : "";
    }
}
