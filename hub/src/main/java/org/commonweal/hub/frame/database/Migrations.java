package org.commonweal.hub.frame.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each room owns a schema of its name with a history of its own; the rooms are migrated from the bottom up.
 *
 * <p>Modulith's own module-aware Flyway scans the class path for the rooms at every start, which costs a second; the
 * list below costs nothing and {@code HouseTest} holds it complete.
 */
@Configuration
class Migrations {
    public static final List<String> ROOMS =
            List.of("frame", "accounts", "directory", "campaigns", "evidence", "ledger");

    @Bean
    FlywayMigrationStrategy roomByRoom() {
        return configured -> {
            MigrationMark mark = new MigrationMark(configured.getConfiguration().getDataSource());
            if (mark.isCurrent()) return;
            ROOMS.forEach(room -> Rooms.in(room, Flyway.configure().configuration(configured.getConfiguration()))
                    .load()
                    .migrate());
            mark.put();
        };
    }
}
