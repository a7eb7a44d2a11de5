package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.WaitingShelf;
import org.springframework.stereotype.Component;

/** New organisations, for those who edit the whole hub. */
@Component
class WaitingOrganisations implements WaitingShelf {
    private final Organisations organisations;
    private final Rights rights;

    WaitingOrganisations(Organisations organisations, Rights rights) {
        this.organisations = organisations;
        this.rights = rights;
    }

    @Override
    public List<Waiting> listWaiting(Page page) {
        if (!rights.has("directory.edit", Scope.HUB)) return List.of();
        long number = organisations.listWaiting().size();
        if (number == 0) return List.of();
        return List.of(new Waiting(number, page.t("directory.waiting.unit", number), "/hub/organisations"));
    }
}
