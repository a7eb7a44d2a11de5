package org.commonweal.hub.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Correcting a finding by a next version, and withdrawing it. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class CorrectionPages {
    private static final int LONGEST_REASON = 1000;
    private final Pages pages;
    private final Rights rights;
    private final Findings findings;
    private final Sources sources;
    private final Drafts drafts;
    private final Publishing publishing;

    CorrectionPages(
            Pages pages, Rights rights, Findings findings, Sources sources, Drafts drafts, Publishing publishing) {
        this.pages = pages;
        this.rights = rights;
        this.findings = findings;
        this.sources = sources;
        this.drafts = drafts;
        this.publishing = publishing;
    }

    @GetMapping("/findings/{address}/correct")
    View begin(@PathVariable String address) {
        Finding finding = permitted(address);
        return form(finding, finding.version(), DraftForm.of(Corrections.begin(finding)), Faults.none());
    }

    @PostMapping("/findings/{address}/correct")
    View create(@PathVariable String address, @RequestParam(defaultValue = "0") int from, HttpServletRequest request) {
        Finding finding = permitted(address);
        Description source = sources.get(finding.source());
        DraftForm form = DraftForm.of(request);
        Faults faults = Faults.none();
        Corrections.check(form, source, finding, pages.page(), faults);
        Optional<Spec> spec = form.check(source, pages.page(), faults);
        if (spec.isEmpty() || faults.any()) return form(finding, from, form, faults);
        Draft draft = Corrections.begin(finding, from).with(spec.get(), form);
        drafts.put(draft);
        return new RedirectView(draft.path());
    }

    @PostMapping("/findings/{address}/withdraw")
    View withdraw(@PathVariable String address, @RequestParam(defaultValue = "") String reason) {
        Finding finding = permitted(address);
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON)
            throw Refusal.invalid("A withdrawal gives its reason in 1 to " + LONGEST_REASON + " characters, this has "
                    + given.length() + ". Go back and write it.");
        publishing.withdraw(finding.id(), given);
        return new RedirectView(finding.path());
    }

    private View form(Finding finding, int from, DraftForm form, Faults faults) {
        return pages.show(
                "evidence/form",
                DraftFormView.of(
                        pages.page(),
                        sources.get(finding.source()),
                        finding.path() + "/correct?from=" + from,
                        finding,
                        form,
                        faults,
                        List.of()));
    }

    private Finding permitted(String address) {
        Finding finding = findings.get(address);
        rights.require(DraftPages.PERMISSION, Scope.organisation(finding.organisation()));
        if (finding.isWithdrawn())
            throw Refusal.conflict("This finding was withdrawn, which can't be undone. Publish a new one.");
        return finding;
    }
}
