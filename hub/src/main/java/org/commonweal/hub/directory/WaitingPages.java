package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Refusing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where those who edit the whole hub look at new organisations before these speak in public. */
@Controller
@Access(permission = "directory.edit")
class WaitingPages {
    private final Pages pages;
    private final Organisations organisations;

    WaitingPages(Pages pages, Organisations organisations) {
        this.pages = pages;
        this.organisations = organisations;
    }

    @GetMapping("/hub/organisations")
    View list(@RequestParam(defaultValue = "") String deleted) {
        return list(Refusing.NOTHING, !deleted.isEmpty(), null);
    }

    @PostMapping("/hub/organisations/{id}/accept")
    View accept(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean refused,
            HttpServletResponse response) {
        return decide(id, "", () -> organisations.accept(id, refused), response);
    }

    @PostMapping("/hub/organisations/{id}/refuse")
    View refuse(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        String typed = Objects.requireNonNullElse(request.getParameter(Refusing.field(id)), "");
        Refusing refusing = Refusing.of(id, typed, pages.page().t("frame.refuse.fault", Refusing.LONGEST));
        if (refusing.faults().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(refusing, false, null);
        }
        return decide(id, refusing.words(), () -> organisations.refuse(id, refusing.words()), response);
    }

    private View decide(UUID id, String words, Runnable deed, HttpServletResponse response) {
        try {
            deed.run();
            return new RedirectView("/hub/organisations");
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.CONFLICT) throw refusal;
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(Refusing.NOTHING, false, meanwhile(organisations.get(id), words));
        }
    }

    private WaitingView.Meanwhile meanwhile(OrganisationRef known, String words) {
        String reason = organisations.findRefusal(known.id()).orElse("");
        String now = organisations.isAccepted(known.id()) ? "accepted" : reason.isEmpty() ? "waits" : "refused";
        return new WaitingView.Meanwhile(known.name(), known.path(), now, reason, words);
    }

    private View list(Refusing refusing, boolean deleted, WaitingView.@Nullable Meanwhile meanwhile) {
        return pages.show(
                "directory/waiting",
                new WaitingView(
                        organisations.listWaiting(),
                        organisations.listNamesakes(),
                        organisations.listRefused(),
                        refusing,
                        deleted,
                        meanwhile));
    }
}
