package org.commonweal.hub.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Fact;
import org.jspecify.annotations.Nullable;

/** The lines of facts on the pages of single things; what nobody knows is left out, except since when they are listed. */
final class Facts {
    private final Page page;
    private final List<Fact> lines = new ArrayList<>();

    private Facts(Page page) {
        this.page = page;
    }

    static List<Fact> of(Page page, Organisation shown) {
        Facts facts = new Facts(page);
        if (!shown.kind().isEmpty()) facts.add("kind", page.t("directory.kind." + shown.kind()));
        facts.where(shown.spot());
        facts.typed("address", shown.address());
        facts.website(shown.website());
        if (!shown.size().isEmpty()) facts.add("size", page.t("directory.size.people", shown.size()));
        facts.date("founded", shown.founded());
        facts.listed(shown.listedOn(), shown.source());
        return facts.lines;
    }

    static List<Fact> of(Page page, Project shown) {
        Facts facts = new Facts(page);
        facts.where(shown.spot());
        facts.website(shown.website());
        facts.date("started", shown.started());
        facts.date("ended", shown.ended());
        facts.listed(shown.listedOn(), shown.source());
        return facts.lines;
    }

    private void where(Spot spot) {
        String name = spot.countryName(page.locale());
        if (!name.isEmpty())
            lines.add(Fact.link(page.t("directory.fact.place"), "/places/" + spot.country(), spot.in(page.locale())));
        else typed("place", spot.place());
    }

    private void website(String address) {
        if (address.isEmpty()) return;
        lines.add(new Fact(page.t("directory.fact.website"), output -> {
            output.writeContent("<a rel=\"nofollow ugc noopener\" dir=\"ltr\" href=\"");
            output.writeUserContent(address);
            output.writeContent("\">");
            output.writeUserContent(WebAddress.shown(address));
            output.writeContent("</a>");
        }));
    }

    private void date(String fact, @Nullable LocalDate date) {
        if (date != null) add(fact, page.date(date));
    }

    // «We don't know» is a fine sentence, and here the one that readers look for.
    private void listed(@Nullable LocalDate date, String source) {
        add("listed", date == null ? page.t("directory.unknown") : page.date(date));
        if (!source.isEmpty()) add("source", page.t("directory.source." + source));
    }

    // What people typed keeps its own direction inside a page of the other one.
    private void typed(String fact, String text) {
        if (text.isEmpty()) return;
        lines.add(new Fact(page.t("directory.fact." + fact), output -> {
            output.writeContent("<bdi>");
            output.writeUserContent(text);
            output.writeContent("</bdi>");
        }));
    }

    private void add(String fact, String text) {
        if (!text.isEmpty()) lines.add(Fact.of(page.t("directory.fact." + fact), text));
    }
}
