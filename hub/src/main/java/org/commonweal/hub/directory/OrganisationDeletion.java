package org.commonweal.hub.directory;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Ties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes an organisation on which nothing hangs. Who may is the caller's to check. */
@Component
class OrganisationDeletion {
    private final JdbcClient jdbc;
    private final Projects projects;
    private final List<Ties> rooms;
    private final Links links;
    private final Rights rights;
    private final Audit audit;

    OrganisationDeletion(
            JdbcClient jdbc, Projects projects, List<Ties> rooms, Links links, Rights rights, Audit audit) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.rooms = rooms;
        this.links = links;
        this.rights = rights;
        this.audit = audit;
    }

    /** What hangs on it, in words; empty when it may be deleted. */
    List<String> listTies(Page page, OrganisationRef organisation) {
        List<String> ties = new ArrayList<>();
        int parts = projects.countOf(organisation.id());
        if (parts > 0) ties.add(page.t("directory.delete.projects", parts));
        rooms.forEach(room -> room.list(page, organisation.thing()).forEach(tie -> ties.add(tie.words())));
        int linked = ties.isEmpty() ? links.listTo(organisation.thing()).size() : 0;
        if (linked > 0) ties.add(page.t("directory.delete.links", linked));
        return ties;
    }

    int countPeople(OrganisationRef organisation) {
        return rights.listOn(Scope.organisation(organisation.id())).size();
    }

    /** @throws Refusal (409) when something hangs on it */
    @Transactional
    public void delete(Page page, OrganisationRef organisation) {
        jdbc.sql("select id from directory.organisation where id = :id for update")
                .param("id", organisation.id())
                .query()
                .listOfRows();
        List<String> ties = listTies(page, organisation);
        if (!ties.isEmpty())
            throw Refusal.conflict(
                    "This organisation can't be deleted. It still has: " + String.join(", ", ties) + ".");
        rooms.forEach(room -> room.forget(organisation.thing()));
        rights.listOn(Scope.organisation(organisation.id())).values().stream()
                .flatMap(List::stream)
                .forEach(grant -> rights.revoke(grant.id()));
        links.removeFrom(organisation.thing());
        jdbc.sql("delete from directory.organisation where id = :id")
                .param("id", organisation.id())
                .update();
        audit.note("organisation.deleted", organisation.thing());
    }
}
