package org.commonweal.hub.directory;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** From an old address, whose slug has changed, to the present one. */
final class Moved {
    private Moved() {}

    static View to(String path) {
        RedirectView moved = new RedirectView(path);
        moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return moved;
    }
}
