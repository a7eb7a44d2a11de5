package org.commonweal.hub.launch.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
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
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable DataFolder held;

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

    /** Whether there are rows to look at: a named database, or our own that a first start made. */
    public boolean hasDatabase() {
        return Setting.findDatabase(environment).isPresent() || Files.exists(data().resolve("postgres/PG_VERSION"));
    }

    /** The operator's database, or our own: the running hub's, or one started now and stopped with this. */
    public synchronized DatabaseAddress database() throws IOException {
        if (Setting.findDatabase(environment).isPresent())
            return DatabaseAddress.of(Setting.findDatabase(environment).get());
        if (postgres == null) {
            // Held when no hub runs, so that none starts on the database that this starts.
            held = DataFolder.tryOpen(data(), "another word of the command line")
                    .orElse(null);
            postgres = EmbeddedPostgres.join(data(), Setting.binaries(environment));
        }
        return postgres.address();
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) postgres.close();
        if (held != null) held.close();
    }

    /** Spring's empty house: only its settings are wanted. */
    static final class Nothing {}
}
