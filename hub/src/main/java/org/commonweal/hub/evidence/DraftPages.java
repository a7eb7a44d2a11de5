package org.commonweal.hub.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Preparing a finding: the form, the preview of what it would tell and lose, publishing it. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class DraftPages {
    static final String PERMISSION = "evidence.publish";
    private final Pages pages;
    private final Rights rights;
    private final Sources sources;
    private final Drafts drafts;
    private final Findings findings;
    private final Composer composer;
    private final Publishing publishing;
    private final Audit audit;
    private final Organisations organisations;

    DraftPages(
            Pages pages,
            Rights rights,
            Sources sources,
            Drafts drafts,
            Findings findings,
            Composer composer,
            Publishing publishing,
            Audit audit,
            Organisations organisations) {
        this.pages = pages;
        this.rights = rights;
        this.sources = sources;
        this.drafts = drafts;
        this.findings = findings;
        this.composer = composer;
        this.publishing = publishing;
        this.audit = audit;
        this.organisations = organisations;
    }

    @GetMapping("/findings/new")
    View begin(@RequestParam String from) {
        Description source = source(from);
        Page page = pages.page();
        return form(source, null, "/findings/new?from=" + source.thing(), DraftForm.empty(page.lang()), Faults.none());
    }

    @PostMapping("/findings/new")
    View create(@RequestParam String from, HttpServletRequest request) {
        Description source = source(from);
        DraftForm form = DraftForm.of(request);
        Faults faults = Faults.none();
        Optional<Spec> spec = form.check(source, pages.page(), faults);
        if (spec.isEmpty()) return form(source, null, "/findings/new?from=" + source.thing(), form, faults);
        Draft draft = new Draft(
                        Ids.next(), null, 0, source.organisation(), source.thing(), spec.get(), "", "", "", "", null)
                .with(spec.get(), form);
        drafts.begin(draft);
        return new RedirectView(draft.path());
    }

    @GetMapping("/findings/drafts/{id}")
    View preview(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean changed) {
        Draft draft = permitted(id);
        if (draft.publishedVersion() != null) return published(draft);
        sources.prepare(draft.source());
        PreviewView preview =
                composer.inTurn(() -> PreviewView.of(composer.compose(draft), pages.page(), changed, newer(draft)));
        return pages.show("evidence/preview", preview);
    }

    @GetMapping("/findings/drafts/{id}/edit")
    View edit(@PathVariable UUID id) {
        Draft draft = permitted(id);
        if (draft.publishedVersion() != null) return published(draft);
        return form(
                sources.get(draft.source()),
                draft.corrects(),
                draft.path() + "/edit",
                DraftForm.of(draft),
                Faults.none());
    }

    @PostMapping("/findings/drafts/{id}/edit")
    View change(@PathVariable UUID id, HttpServletRequest request) {
        Draft draft = permitted(id);
        Description source = sources.get(draft.source());
        DraftForm form = DraftForm.of(request);
        Faults faults = Faults.none();
        if (draft.corrects() != null) Corrections.check(form, source, corrected(draft), pages.page(), faults);
        Optional<Spec> spec = form.check(source, pages.page(), faults);
        if (spec.isEmpty() || faults.any()) return form(source, draft.corrects(), draft.path() + "/edit", form, faults);
        Draft changed = draft.with(spec.get(), form);
        drafts.put(changed);
        return new RedirectView(changed.path());
    }

    @PostMapping("/findings/drafts/{id}/publish")
    View publish(@PathVariable UUID id, @RequestParam String seen) {
        Draft draft = permitted(id);
        if (!organisations.isAccepted(draft.organisation()))
            throw Refusal.conflict(pages.page().t("directory.waits.text"));
        sources.prepare(draft.source());
        return composer.inTurn(() -> publishing.publish(id, seen))
                .<View>map(finding -> new RedirectView(finding.path()))
                .orElseGet(() -> new RedirectView(draft.path() + "?changed=true"));
    }

    @PostMapping("/findings/drafts/{id}/delete")
    View delete(@PathVariable UUID id) {
        Draft draft = permitted(id);
        drafts.delete(id);
        audit.note("finding.draft-deleted", new ThingRef("draft", id));
        return new RedirectView(
                sources.find(draft.source()).map(Description::path).orElse("/findings"));
    }

    // What somebody else published since a correction was begun: this one would undo it.
    private PreviewView.@Nullable Newer newer(Draft draft) {
        if (draft.corrects() == null) return null;
        Finding now = corrected(draft);
        return now.version() == draft.begunFrom()
                ? null
                : new PreviewView.Newer(now.version(), draft.begunFrom(), now.title(), now.path());
    }

    private View published(Draft draft) {
        return new RedirectView(corrected(draft).path());
    }

    private Finding corrected(Draft draft) {
        return findings.find(draft.finding()).orElseThrow(Refusal::notFound);
    }

    private View form(Description source, @Nullable UUID corrects, String action, DraftForm form, Faults faults) {
        List<Draft> begun = action.startsWith("/findings/new") ? drafts.listOpen(source.thing()) : List.of();
        Finding corrected = corrects == null ? null : findings.find(corrects).orElseThrow(Refusal::notFound);
        return pages.show(
                "evidence/form", DraftFormView.of(pages.page(), source, action, corrected, form, faults, begun));
    }

    private Draft permitted(UUID id) {
        Draft draft = drafts.get(id);
        rights.require(PERMISSION, Scope.organisation(draft.organisation()));
        return draft;
    }

    private Description source(String from) {
        Description source = sources.get(thing(from));
        rights.require(PERMISSION, Scope.organisation(source.organisation()));
        return source;
    }

    private static ThingRef thing(String from) {
        try {
            return ThingRef.parse(from);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound();
        }
    }
}
