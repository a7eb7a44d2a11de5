package org.commonweal.hub.web;

import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

@Controller
@Access(Access.Who.ANYONE)
class HomePages {
    private final Pages pages;

    HomePages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    View home() {
        return pages.show("web/home");
    }
}
