package org.commonweal.hub.launch.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

/**
 * The settings and the database, for words that work on a hub without being one.
 *
 * <p>Example: {@code try (Surroundings here = Surroundings.read(settings)) { Connections.open(here.database()) … }}.
 */
public final class Surroundings implements AutoCloseable {
    private final Environment environment;
    private @org.jspecify.annotations.Nullable EmbeddedPostgres postgres;

    private Surroundings(Environment environment) {
        this.environment = environment;
    }

    /**
     * Reads command line, environment and commonweal.yaml as the hub does.
     *
     * @param settings what the command line said, as {@code --commonweal.port=8080}
     */
    public static Surroundings read(String... settings) {
        SpringApplication empty = new SpringApplication(Nothing.class);
        empty.setWebApplicationType(WebApplicationType.NONE);
        empty.setDefaultProperties(Map.of("logging.threshold.console", "off"));
        try (var context = empty.run(settings)) {
            return new Surroundings(context.getEnvironment());
        }
    }

    public Environment environment() {
        return environment;
    }

    public Path data() {
        return Setting.data(environment);
    }

    /** The operator's database, or our own: the running hub's, or one started now and stopped with this. */
    public synchronized DatabaseAddress database() throws IOException {
        if (Setting.findDatabase(environment).isPresent())
            return DatabaseAddress.of(Setting.findDatabase(environment).get());
        if (postgres == null) postgres = EmbeddedPostgres.join(data(), Setting.binaries(environment));
        return postgres.address();
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) postgres.close();
    }

    /** Spring's empty house: only its settings are wanted. */
    static final class Nothing {}
}
