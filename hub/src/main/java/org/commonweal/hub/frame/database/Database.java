package org.commonweal.hub.frame.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one pool of connections: to the operator's PostgreSQL where one is named, else to our own. */
@Configuration
class Database {
    // A page's speed is bounded by this pool: two cores are busy with about eight at work.
    private static final int CONNECTIONS = 12;

    /** Absent when the launcher has one starting already. */
    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${commonweal.db:}' == ''")
    @ConditionalOnMissingBean
    EmbeddedPostgres embeddedPostgres(
            @Value("${commonweal.data}") Path data,
            @Value("${commonweal.postgres}") Path binaries,
            @Value("${commonweal.beside:false}") boolean beside)
            throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        return beside ? EmbeddedPostgres.join(folder, binaries) : EmbeddedPostgres.start(folder, binaries);
    }

    @Bean
    @ConditionalOnExpression("'${commonweal.db:}' == ''")
    HikariDataSource ownDatabase(EmbeddedPostgres postgres) {
        return pool(postgres.address());
    }

    @Bean
    @ConditionalOnExpression("'${commonweal.db:}' != ''")
    HikariDataSource namedDatabase(@Value("${commonweal.db}") String url) throws SQLException {
        DatabaseAddress address = DatabaseAddress.of(url);
        Connections.openUsable(address).close();
        return pool(address);
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("hub");
        // Multi-row inserts in one round trip.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "commonweal");
        // Spring Security names its table of passkeys without a schema: it lies with the accounts.
        pool.addDataSourceProperty("currentSchema", "accounts,public");
        return pool;
    }
}
