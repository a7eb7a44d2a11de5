package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Words;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The campaign's texts in the hub's other languages. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class TranslationPages {
    private final Pages pages;
    private final Desk desk;
    private final Promising promising;

    TranslationPages(Pages pages, Desk desk, Promising promising) {
        this.pages = pages;
        this.desk = desk;
        this.promising = promising;
    }

    @GetMapping("/campaigns/{address}/in/{language}")
    View edit(@PathVariable String address, @PathVariable String language) {
        Campaign campaign = require(address, language);
        return view(campaign, language, TranslationForm.of(campaign, language), Faults.none());
    }

    @PostMapping("/campaigns/{address}/in/{language}")
    View save(
            @PathVariable String address,
            @PathVariable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Campaign campaign = require(address, language);
        TranslationForm form = TranslationForm.of(request);
        Faults faults = form.check(pages.page());
        Seen now = Seen.of(TranslationForm.of(campaign, language).fields());
        if (now.isOvertaken(request.getParameter(Seen.FIELD), form.fields())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return view(campaign, language, form, now.beside(form.fields(), faults, (field, value) -> value));
        }
        if (faults.any()) return view(campaign, language, form, faults);
        promising.save(campaign, form.on(campaign, language));
        return new RedirectView(campaign.path() + "/about");
    }

    private Campaign require(String address, String language) {
        Campaign campaign = desk.require(address);
        boolean original = language.equals(campaign.title().source());
        if (original || !Words.LANGUAGES.containsKey(language)) throw Refusal.notFound();
        return campaign;
    }

    private View view(Campaign campaign, String language, TranslationForm form, Faults faults) {
        return pages.show(
                "campaigns/owner/translation",
                new TranslationView(
                        Desk.view(pages.page(), campaign, "about"),
                        Seen.of(TranslationForm.of(campaign, language).fields()).digest(),
                        language,
                        Words.LANGUAGES.get(language),
                        TranslationForm.of(campaign, campaign.title().source()),
                        form,
                        faults));
    }
}
