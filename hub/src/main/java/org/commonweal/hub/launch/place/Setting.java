package org.commonweal.hub.launch.place;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The operator's settings, wherever they were said: command line, environment or commonweal.yaml. */
public final class Setting {
    private Setting() {}

    public static Path data(Environment environment) {
        return Path.of(environment.getRequiredProperty("commonweal.data"))
                .toAbsolutePath()
                .normalize();
    }

    public static int port(Environment environment) {
        return environment.getRequiredProperty("commonweal.port", Integer.class);
    }

    /** Where the database's programs are, or are to be unpacked. */
    public static Path binaries(Environment environment) {
        return Path.of(environment.getRequiredProperty("commonweal.postgres")).toAbsolutePath();
    }

    /** The address of the operator's own PostgreSQL, none when the hub brings its own. */
    public static Optional<String> findDatabase(Environment environment) {
        return Optional.ofNullable(environment.getProperty("commonweal.db")).filter(url -> !url.isBlank());
    }

    public static Optional<String> findPublicUrl(Environment environment) {
        return Optional.ofNullable(environment.getProperty("commonweal.public-url"))
                .filter(url -> !url.isBlank());
    }
}
