package org.commonweal.hub.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The operator's settings, wherever they were said: command line, environment or commonweal.yaml. */
final class Setting {
    private Setting() {}

    static Path data(Environment environment) {
        return Path.of(environment.getRequiredProperty("commonweal.data"))
                .toAbsolutePath()
                .normalize();
    }

    static int port(Environment environment) {
        return environment.getRequiredProperty("commonweal.port", Integer.class);
    }

    /** Where the database's programs are, or are to be unpacked. */
    static Path binaries(Environment environment) {
        return Path.of(environment.getRequiredProperty("commonweal.postgres")).toAbsolutePath();
    }

    /** The address of the operator's own PostgreSQL, none when the hub brings its own. */
    static Optional<String> findDatabase(Environment environment) {
        return Optional.ofNullable(environment.getProperty("commonweal.db")).filter(url -> !url.isBlank());
    }

    static Optional<String> findPublicUrl(Environment environment) {
        return Optional.ofNullable(environment.getProperty("commonweal.public-url"))
                .filter(url -> !url.isBlank());
    }
}
