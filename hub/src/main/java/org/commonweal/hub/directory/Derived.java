package org.commonweal.hub.directory;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what rows say of their neighbours: an organisation's topics and number through its projects, a project's
 * countries through its organisations. So that a list, which is read a thousand times as often, needs no join.
 */
@Component
class Derived {
    private static final String ORGANISATIONS = """
            update directory.organisation o set all_topics = d.topics, project_count = d.projects from (
              select o.id, coalesce(n.projects, 0) as projects, coalesce((
                  select array_agg(distinct slug order by slug) from (
                    select unnest(o.topics) as slug
                    union all select unnest(p.topics) from directory.membership m
                      join directory.project p on p.id = m.project_id where m.organisation_id = o.id) all_slugs), '{}') as topics
              from directory.organisation o
              left join (select organisation_id, count(distinct project_id) as projects
                         from directory.membership group by 1) n on n.organisation_id = o.id
              where %s) d
            where o.id = d.id and (o.all_topics, o.project_count) is distinct from (d.topics, d.projects)""";

    private static final String PROJECTS = """
            update directory.project p set countries = d.countries from (
              select p.id, case when p.country <> '' then array[p.country] else coalesce((
                  select array_agg(distinct o.country order by o.country) from directory.membership m
                  join directory.organisation o on o.id = m.organisation_id
                  where m.project_id = p.id and o.country <> ''), '{}') end as countries
              from directory.project p where %s) d
            where p.id = d.id and p.countries is distinct from d.countries""";

    private final JdbcClient jdbc;

    Derived(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After one row changed: the row itself and its neighbours. */
    void refresh(Shelf shelf, UUID id) {
        boolean organisation = shelf == Shelf.ORGANISATIONS;
        String near = "in (select :id union select %s from directory.membership where %s = :id)";
        String organisations = organisation ? "= :id" : near.formatted("organisation_id", "project_id");
        String projects = organisation ? near.formatted("project_id", "organisation_id") : "= :id";
        jdbc.sql(ORGANISATIONS.formatted("o.id " + organisations))
                .param("id", id)
                .update();
        jdbc.sql(PROJECTS.formatted("p.id " + projects)).param("id", id).update();
    }

    /** After an import: all rows; writes those that do not stay as they are and tells how many. */
    int refreshAll() {
        return jdbc.sql(ORGANISATIONS.formatted("true")).update()
                + jdbc.sql(PROJECTS.formatted("true")).update();
    }
}
