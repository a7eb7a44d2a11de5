package org.commonweal.hub.frame;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator set: the public address and data folder from outside, the rest from the hub's own pages. */
@Component
public class Settings {
    public static final String NAME = "hub.name";
    public static final String DEMONSTRATION = "hub.demonstration";

    private final JdbcClient jdbc;
    private final String configuredUrl;
    private final int port;
    private final Path data;

    Settings(
            JdbcClient jdbc,
            @Value("${commonweal.public-url:}") String configuredUrl,
            @Value("${commonweal.port}") int port,
            @Value("${commonweal.data}") Path data) {
        this.jdbc = jdbc;
        this.configuredUrl = configuredUrl.replaceAll("/+$", "");
        this.port = port;
        this.data = data.toAbsolutePath().normalize();
    }

    /** The address under which the public reaches this hub, without a slash at the end. */
    public String publicUrl() {
        return findPublicUrl().orElse("http://localhost:" + port);
    }

    /** The public address, none while nobody has set one. */
    public Optional<String> findPublicUrl() {
        return Optional.of(configuredUrl).filter(url -> !url.isEmpty());
    }

    /** The folder that holds all of the hub's files. */
    public Path data() {
        return data;
    }

    public Page.HubName hubName() {
        Map<String, String> all = new ConcurrentHashMap<>();
        jdbc.sql("select key, value from frame.setting where key in ('hub.name', 'hub.demonstration')")
                .query(row -> {
                    all.put(row.getString(1), row.getString(2));
                });
        return new Page.HubName(all.getOrDefault(NAME, "Commonweal"), all.containsKey(DEMONSTRATION));
    }

    public Optional<String> find(String key) {
        return jdbc.sql("select value from frame.setting where key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    public void put(String key, String value) {
        jdbc.sql("insert into frame.setting values (:key, :value) on conflict (key) do update set value = :value")
                .param("key", key)
                .param("value", value)
                .update();
    }
}
