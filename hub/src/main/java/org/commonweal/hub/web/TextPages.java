package org.commonweal.hub.web;

import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Pages of words only. */
@Controller
@Access(Access.Who.ANYONE)
class TextPages {
    private final Pages pages;

    TextPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/about")
    View about() {
        return pages.show("web/about");
    }

    @GetMapping("/privacy")
    View privacy() {
        return pages.show("web/privacy");
    }

    @GetMapping("/guide")
    View guide() {
        return pages.show("web/guide");
    }

    /** Missions and matches are rooms yet to be built; until then the page says so. */
    @GetMapping("/act")
    View act() {
        return pages.show("web/act");
    }
}
