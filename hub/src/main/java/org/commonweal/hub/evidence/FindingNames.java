package org.commonweal.hub.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.ThingNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingNames implements ThingNames {
    private final JdbcClient jdbc;

    FindingNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return Finding.KIND;
    }

    @Override
    public Map<UUID, Named> listNames(Collection<UUID> ids) {
        Map<UUID, Named> names = new HashMap<>();
        jdbc.sql("select id, title from evidence.finding where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    String name = row.getString(2);
                    names.put(id, new Named(name, "/findings/" + Ids.address(name, id)));
                });
        return names;
    }
}
