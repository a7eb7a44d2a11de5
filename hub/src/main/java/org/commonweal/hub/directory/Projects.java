package org.commonweal.hub.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The projects of the hub and who takes part in them. */
@Component
public class Projects {
    private final JdbcClient jdbc;
    private final Rights rights;
    private final Audit audit;
    private final Drafts drafts;
    private final Derived derived;

    Projects(JdbcClient jdbc, Rights rights, Audit audit, Drafts drafts, Derived derived) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.audit = audit;
        this.drafts = drafts;
        this.derived = derived;
    }

    /** An organisation that takes part in a project. */
    public record Member(OrganisationRef organisation, String role) {}

    /** A project that an organisation takes part in. */
    public record Part(ProjectRef project, String role) {}

    /** @throws Refusal (404) when there is no such project */
    public ProjectRef get(UUID id) {
        return jdbc.sql("select id, name from directory.project where id = :id")
                .param("id", id)
                .query(ProjectRef.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    Optional<Project> findByTail(String tail) {
        return jdbc.sql("select " + Rows.PROJECT + " from directory.project o where o.tail = :tail")
                .param("tail", tail)
                .query(Rows::project)
                .optional();
    }

    /** Who takes part, by role and name. */
    public List<Member> listMembers(UUID project) {
        return jdbc.sql("select o.id, o.name, m.role from directory.membership m"
                        + " join directory.organisation o on o.id = m.organisation_id"
                        + " where m.project_id = :project order by m.role <> 'lead', m.role, o.name_plain")
                .param("project", project)
                .query((row, n) -> new Member(
                        new OrganisationRef(row.getObject(1, UUID.class), row.getString(2)), row.getString(3)))
                .list();
    }

    /** What an organisation takes part in, by name. */
    public List<Part> listOf(UUID organisation) {
        return jdbc.sql("select p.id, p.name, m.role from directory.membership m"
                        + " join directory.project p on p.id = m.project_id"
                        + " where m.organisation_id = :organisation order by p.name_plain")
                .param("organisation", organisation)
                .query((row, n) ->
                        new Part(new ProjectRef(row.getObject(1, UUID.class), row.getString(2)), row.getString(3)))
                .list();
    }

    /** How many an organisation takes part in, each once whatever its parts in it. */
    int countOf(UUID organisation) {
        return jdbc.sql("select count(distinct project_id) from directory.membership"
                        + " where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    boolean mayEdit(Project project) {
        return rights.has("directory.edit", scope(project));
    }

    /** @throws Refusal (403) when whoever asks may not change it */
    void requireEditor(Project project) {
        rights.require("directory.edit", scope(project));
    }

    /** Makes a project that the organisation leads. */
    @Transactional
    public ProjectRef create(OrganisationRef owner, Draft draft, String language) {
        ProjectRef made = new ProjectRef(drafts.insert(Shelf.PROJECTS, draft, language), draft.name());
        jdbc.sql("update directory.project set organisation_id = :owner where id = :id")
                .param("owner", owner.id())
                .param("id", made.id())
                .update();
        jdbc.sql("insert into directory.membership (organisation_id, project_id, role) values (:owner, :id, 'lead')")
                .param("owner", owner.id())
                .param("id", made.id())
                .update();
        derived.refresh(Shelf.PROJECTS, made.id());
        audit.note("project.made", made.thing());
        return made;
    }

    /**
     * Lets an organisation take part in a project; twice changes nothing. Who may is the caller's to check.
     *
     * @param role {@code lead}, {@code partner}, {@code funder}, {@code evaluator} or {@code adviser}
     */
    @Transactional
    public void join(ProjectRef project, OrganisationRef organisation, String role) {
        jdbc.sql("insert into directory.membership (organisation_id, project_id, role)"
                        + " values (:organisation, :project, :role) on conflict do nothing")
                .param("organisation", organisation.id())
                .param("project", project.id())
                .param("role", role)
                .update();
        derived.refresh(Shelf.PROJECTS, project.id());
        audit.note("project.joined", project.thing(), role);
    }

    /**
     * Changes a project, its words in one language; who may is the caller's to check.
     *
     * @param read as it was read
     * @throws Refusal (409) when somebody changed it since
     */
    @Transactional
    ProjectRef save(Project read, Draft draft, String language) {
        ProjectRef changed = new ProjectRef(read.id(), draft.name());
        drafts.hold(Shelf.PROJECTS, read.id());
        if (!findByTail(Ids.tail(read.id())).equals(Optional.of(read))) throw Refusal.conflict("");
        drafts.update(Shelf.PROJECTS, read.id(), draft, language);
        audit.note("project.changed", changed.thing());
        return changed;
    }

    // A project that no organisation owns is in the care of the hub's own editors.
    private static Scope scope(Project project) {
        return project.owner() == null ? Scope.HUB : Scope.organisation(project.owner());
    }
}
