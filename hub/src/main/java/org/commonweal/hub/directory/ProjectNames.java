package org.commonweal.hub.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.ThingNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProjectNames implements ThingNames {
    private final JdbcClient jdbc;

    ProjectNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "project";
    }

    @Override
    public Map<UUID, Named> listNames(Collection<UUID> ids) {
        Map<UUID, Named> names = new HashMap<>();
        jdbc.sql("select id, name from directory.project where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    String name = row.getString(2);
                    names.put(id, new Named(name, new ProjectRef(id, name).path()));
                });
        return names;
    }
}
