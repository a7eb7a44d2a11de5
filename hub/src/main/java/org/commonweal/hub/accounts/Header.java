package org.commonweal.hub.accounts;

import java.util.Optional;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Viewers;
import org.springframework.stereotype.Component;

@Component
class Header implements Viewers {
    @Override
    public Optional<Page.Viewer> find() {
        return Optional.empty();
    }
}
