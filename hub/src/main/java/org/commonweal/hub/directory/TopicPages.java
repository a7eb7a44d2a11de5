package org.commonweal.hub.directory;

import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What things are about: all topics, and one of them with what there is on it. */
@Controller
@Access(Access.Who.ANYONE)
class TopicPages {
    private static final int FIRST = 12;
    private final Pages pages;
    private final Topics topics;
    private final Lists lists;
    private final ThingViews things;

    TopicPages(Pages pages, Topics topics, Lists lists, ThingViews things) {
        this.pages = pages;
        this.topics = topics;
        this.lists = lists;
        this.things = things;
    }

    @GetMapping("/topics")
    View list() {
        Page page = pages.page();
        Map<String, Long> organisations = topics.countOrganisations();
        Map<String, Long> projects = topics.countProjects();
        List<TopicsView.Group> groups = Topics.KINDS.stream()
                .map(kind -> new TopicsView.Group(
                        kind,
                        topics.list(page.locale(), kind).stream()
                                .map(topic -> new TopicsView.Line(
                                        topic.path(),
                                        topic.name(page.locale()),
                                        organisations.getOrDefault(topic.slug(), 0L),
                                        projects.getOrDefault(topic.slug(), 0L)))
                                .toList()))
                .toList();
        return pages.show("directory/topics", new TopicsView(ListViews.tabs(page, "topics"), groups));
    }

    @GetMapping("/topics/{slug}")
    View show(@PathVariable String slug) {
        Topic topic = topics.find(slug).orElseThrow(Refusal::notFound);
        Page page = pages.page();
        Map<String, String[]> chosen = Map.of(topic.kind(), new String[] {slug});
        Query ofOrganisations = ListViews.query(Shelf.ORGANISATIONS, chosen);
        Query ofProjects = ListViews.query(Shelf.PROJECTS, chosen);
        Wanted organisations = Wanted.of(Shelf.ORGANISATIONS, ofOrganisations);
        Wanted projects = Wanted.of(Shelf.PROJECTS, ofProjects);
        return pages.show(
                "directory/topic",
                new TopicView(
                        topic,
                        List.of(new Crumb("/topics", page.t("directory.topics"))),
                        lists.count(organisations).counts().total(),
                        ofOrganisations.at(1),
                        lists.rows(organisations, Rows.ORGANISATION_LINE, Rows::organisation, FIRST, 0).stream()
                                .map(Organisation::ref)
                                .toList(),
                        lists.count(projects).counts().total(),
                        ofProjects.at(1),
                        lists.rows(projects, Rows.PROJECT_LINE, Rows::project, FIRST, 0).stream()
                                .map(Project::ref)
                                .toList(),
                        things.chain(topic.thing()),
                        things.panels(page, topic.thing())));
    }
}
