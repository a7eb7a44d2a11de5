package org.commonweal.hub.directory;

import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    View list() {
        return pages.show("directory/waiting", new WaitingView(organisations.listWaiting()));
    }

    @PostMapping("/hub/organisations/{id}/accept")
    View accept(@PathVariable UUID id) {
        organisations.accept(id);
        return new RedirectView("/hub/organisations");
    }
}
