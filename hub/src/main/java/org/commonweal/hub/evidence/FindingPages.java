package org.commonweal.hub.evidence;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Panel;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.State;
import org.commonweal.hub.frame.look.Step;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page of a finding, of each of its versions, and of what is left when it was withdrawn. */
@Controller
@Access(Access.Who.ANYONE)
class FindingPages {
    private final Pages pages;
    private final Findings findings;
    private final Versions versions;
    private final ShownVersions shown;
    private final Summaries summaries;
    private final Sources sources;
    private final Links links;
    private final Rights rights;
    private final List<Panel> panels;

    FindingPages(
            Pages pages,
            Findings findings,
            Versions versions,
            ShownVersions shown,
            Summaries summaries,
            Sources sources,
            Links links,
            Rights rights,
            List<Panel> panels) {
        this.pages = pages;
        this.findings = findings;
        this.versions = versions;
        this.shown = shown;
        this.summaries = summaries;
        this.sources = sources;
        this.links = links;
        this.rights = rights;
        this.panels = panels;
    }

    @GetMapping("/findings/{address}")
    View show(@PathVariable String address, HttpServletResponse response) {
        Finding finding = findings.get(address);
        if (finding.isWithdrawn()) return tombstone(finding, response);
        return address.equals(finding.address()) ? show(finding, finding.version()) : new RedirectView(finding.path());
    }

    @GetMapping("/findings/{address}/v/{number}")
    View version(@PathVariable String address, @PathVariable int number, HttpServletResponse response) {
        Finding finding = findings.get(address);
        return finding.isWithdrawn() ? tombstone(finding, response) : show(finding, number);
    }

    private View show(Finding finding, int number) {
        return pages.show(
                "evidence/finding", view(finding, shown.get(finding.id(), number, pages.page()), pages.page()));
    }

    private FindingView view(Finding finding, ShownVersions.Shown shown, Page page) {
        Version version = shown.version();
        Document document = shown.document();
        List<Links.Link> arrived = links.listTo(finding.thing());
        List<Links.Link> led = arrived.stream().filter(link -> !isEntry(link)).toList();
        boolean latest = version.number() == finding.version();
        String versionPath = finding.path() + "/v/" + version.number();
        return new FindingView(
                finding.path(),
                versionPath,
                latest ? "" : finding.path(),
                List.of(new Crumb("/findings", page.t("evidence.findings"))),
                arrived.stream().anyMatch(FindingPages::isEntry) ? State.LOGGED : State.PUBLISHED,
                page.t("evidence.told", document.organisation().name(), page.date(version.publishedAt())),
                document.organisation().name(),
                version.publishedAt(),
                chain(finding, led, arrived, page),
                shown.body(),
                panels(page, finding),
                document.areas().hasCells(),
                Citation.of(document, version, page.absolute(versionPath), page),
                lines(finding, version.number(), page),
                led,
                rights.has(DraftPages.PERMISSION, Scope.organisation(finding.organisation())),
                rights.has(AuditFiles.PERMISSION, Scope.organisation(finding.organisation())));
    }

    private View tombstone(Finding finding, HttpServletResponse response) {
        Version last = versions.get(finding.id(), finding.version());
        Tombstone tombstone = Canonical.read(last.bytes(), Tombstone.class);
        response.setStatus(HttpServletResponse.SC_GONE);
        String path = "/findings/" + address(finding) + "/v/" + last.number() + "/finding.json";
        return pages.show(
                "evidence/tombstone",
                new TombstoneView(
                        tombstone.reason(),
                        tombstone.withdrawn(),
                        finding.organisationName(),
                        path,
                        last.sha256(),
                        panels(pages.page(), finding)));
    }

    // Without the slug, which would tell what was withdrawn.
    private static String address(Finding finding) {
        return org.commonweal.hub.frame.Ids.tail(finding.id());
    }

    // The log's entry proves a finding; it is no place where the finding led to.
    private static boolean isEntry(Links.Link link) {
        return link.from().kind().equals("entry");
    }

    private List<ChainLink> chain(Finding finding, List<Links.Link> led, List<Links.Link> arrived, Page page) {
        List<ChainLink> chain = new ArrayList<>();
        sources.findPath(finding.source())
                .ifPresent(path -> chain.add(new ChainLink(Step.LISTEN, path, finding.sourceTitle())));
        led.forEach(link -> chain.add(new ChainLink(Step.ACT, link.path(), link.title())));
        if (led.isEmpty()) chain.add(ChainLink.of(Step.ACT, page.t("evidence.unacted")));
        // The newest entry is that of the version which stands.
        arrived.stream()
                .filter(FindingPages::isEntry)
                .reduce((older, newer) -> newer)
                .ifPresent(entry -> chain.add(new ChainLink(Step.ACCOUNT, entry.path(), entry.title())));
        return chain;
    }

    private List<Content> panels(Page page, Finding finding) {
        return panels.stream()
                .flatMap(panel -> panel.show(page, finding.thing()).stream())
                .toList();
    }

    private List<FindingView.Line> lines(Finding finding, int shown, Page page) {
        if (finding.version() == 1) return List.of();
        List<FindingView.Line> lines = new ArrayList<>();
        for (int number = finding.version(); number > 0; number--) {
            Document document = summaries.get(finding.id(), number);
            Document.Corrects corrects = document.corrects();
            lines.add(new FindingView.Line(
                    number,
                    finding.path() + "/v/" + number,
                    Objects.requireNonNull(document.published()),
                    corrects == null ? "" : corrects.reason(),
                    corrects == null ? List.of() : changes(finding.id(), document, page),
                    number == shown));
        }
        return lines;
    }

    private List<String> changes(UUID finding, Document after, Page page) {
        Document before = summaries.get(finding, after.version() - 1);
        return Changes.between(before, after, summaries.changedCells(finding, after.version()), page);
    }
}
