package org.commonweal.hub.web;

import java.time.Instant;
import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Step;
import org.commonweal.hub.frame.look.Tab;

/** Sample content for the pages under {@code /style}: plausible, and about no one. */
public record StyleView(
        List<Tab> tabs,
        List<Crumb> crumbs,
        List<ChainLink> links,
        List<Fact> known,
        Figure figure,
        List<Choice> choices,
        Faults faults,
        Instant at) {
    static StyleView of(Page page) {
        return new StyleView(
                tabs(page, page.here().path()),
                List.of(
                        new Crumb("/style", page.t("web.style.title")),
                        new Crumb("/campaigns", page.t("frame.step.listen"))),
                List.of(
                        new ChainLink(Step.LISTEN, "/style", page.t("web.style.campaign")),
                        new ChainLink(Step.ACCOUNT, "/style", page.t("web.style.entry")),
                        new ChainLink(Step.ACCOUNT, "/style", page.t("web.style.entry"))),
                known(page),
                new Figure(
                        "/style",
                        "",
                        page.number(23.4, 1),
                        "µg/m³",
                        page.t("web.style.interval", 21.2, 25.6),
                        page.t("web.style.sentence"),
                        "",
                        null,
                        known(page)),
                List.of(
                        new Choice("people", page.t("web.style.people"), page.t("web.style.people-help")),
                        new Choice("things", page.t("web.style.things"), page.t("web.style.things-help"))),
                Faults.none()
                        .add("title", page.t("web.style.fault-title"))
                        .add("closes", page.t("web.style.fault-date")),
                Instant.parse("2026-11-21T08:15:00Z"));
    }

    static List<Tab> tabs(Page page, String present) {
        return List.of(
                new Tab("/style", page.t("web.style.pieces"), present.equals("/style")),
                new Tab("/style/forms", page.t("web.style.forms"), present.equals("/style/forms")),
                new Tab("/style/list", page.t("web.style.list"), present.equals("/style/list")),
                new Tab("/style/charts", page.t("web.style.charts"), present.equals("/style/charts")));
    }

    private static List<Fact> known(Page page) {
        return List.of(
                Fact.of(page.t("web.style.asked"), page.t("web.style.asked-text")),
                Fact.of(page.t("web.style.answered"), page.t("web.style.answered-text", 12)),
                Fact.of(page.t("web.style.method"), page.t("web.style.method-text")),
                Fact.link(page.t("web.style.proof"), "/log", page.t("web.style.proof-text")));
    }
}
