package org.commonweal.hub.directory;

import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where administrators delete an organisation on which nothing hangs, once they have read what goes. */
@Controller
@Access(permission = DeletionPages.PERMISSION)
class DeletionPages {
    static final String PERMISSION = "hub.settings";

    private final Pages pages;
    private final Organisations organisations;
    private final OrganisationDeletion deletion;

    DeletionPages(Pages pages, Organisations organisations, OrganisationDeletion deletion) {
        this.pages = pages;
        this.organisations = organisations;
        this.deletion = deletion;
    }

    @GetMapping("/organisations/{address}/delete")
    View ask(@PathVariable String address) {
        OrganisationRef found = get(address);
        Page page = pages.page();
        return pages.show(
                "directory/delete",
                new DeletionView(found, deletion.listTies(page, found), deletion.countPeople(found)));
    }

    @PostMapping("/organisations/{address}/delete")
    View delete(@PathVariable String address) {
        deletion.delete(pages.page(), get(address));
        return new RedirectView("/hub/organisations?deleted=1");
    }

    private OrganisationRef get(String address) {
        return organisations
                .findByTail(Ids.tailOf(address))
                .map(Organisation::ref)
                .orElseThrow(Refusal::notFound);
    }
}
