package org.commonweal.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Every recurring piece with sample content: for whoever writes a page, and for pictures. Linked from nowhere. */
@Controller
@Access(Access.Who.ANYONE)
class StylePages {
    private final Pages pages;

    StylePages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/style")
    View pieces() {
        return pages.show("web/style/pieces", StyleView.of(pages.page()));
    }

    @GetMapping("/style/forms")
    View forms() {
        return pages.show("web/style/forms", StyleView.of(pages.page()));
    }

    @GetMapping("/style/charts")
    View charts() {
        return pages.show("web/style/charts", StyleChartView.of(pages.page()));
    }

    @GetMapping("/style/list")
    View list(HttpServletRequest request) {
        return pages.show("web/style/list", StyleListView.of(pages.page(), request.getParameterMap()));
    }
}
