package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.look.Refusing;
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
        return list(Refusing.NOTHING, !deleted.isEmpty());
    }

    @PostMapping("/hub/organisations/{id}/accept")
    View accept(@PathVariable UUID id) {
        organisations.accept(id);
        return new RedirectView("/hub/organisations");
    }

    @PostMapping("/hub/organisations/{id}/refuse")
    View refuse(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        String typed = Objects.requireNonNullElse(request.getParameter(Refusing.field(id)), "");
        Refusing refusing = Refusing.of(id, typed, pages.page().t("frame.refuse.fault", Refusing.LONGEST));
        if (refusing.faults().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(refusing, false);
        }
        organisations.refuse(id, refusing.words());
        return new RedirectView("/hub/organisations");
    }

    private View list(Refusing refusing, boolean deleted) {
        return pages.show(
                "directory/waiting",
                new WaitingView(
                        organisations.listWaiting(),
                        organisations.listNamesakes(),
                        organisations.listRefused(),
                        refusing,
                        deleted));
    }
}
