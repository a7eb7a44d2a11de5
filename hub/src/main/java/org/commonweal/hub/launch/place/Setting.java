package org.commonweal.hub.launch.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
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

    /** @throws Refused when it is no port's number */
    public static int port(Environment environment) {
        return port(
                "The port (--port, COMMONWEAL_PORT, or in commonweal.yaml)",
                environment.getRequiredProperty("commonweal.port").strip());
    }

    /**
     * @param name what to call it when it is wrong
     * @throws Refused when it is no port's number
     */
    public static int port(String name, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535)
            throw new Refused(name + " must be a number from 1 to 65535, was «" + value + "».");
        return Integer.parseInt(value);
    }

    /** Where the database's programs are, or are to be unpacked. */
    public static Path binaries(Environment environment) {
        return Path.of(environment.getRequiredProperty("commonweal.postgres"))
                .toAbsolutePath()
                .normalize();
    }

    /** The address of the operator's own PostgreSQL, none when the hub brings its own. */
    public static Optional<String> findDatabase(Environment environment) {
        return Optional.ofNullable(environment.getProperty("commonweal.db")).filter(url -> !url.isBlank());
    }

    /** @throws Refused when it is not the address of a site: it goes into links, passkeys and the public log's name */
    public static Optional<String> findPublicUrl(Environment environment) {
        Optional<String> said = Optional.ofNullable(environment.getProperty("commonweal.public-url"))
                .filter(url -> !url.isBlank());
        said.filter(url -> !isSite(url)).ifPresent(url -> {
            throw new Refused("The public address must look like https://hub.example.org, without a path, was «" + url
                    + "» (--public-url, COMMONWEAL_PUBLIC_URL, or in commonweal.yaml).");
        });
        return said;
    }

    private static boolean isSite(String url) {
        try {
            URI uri = new URI(url);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().matches("/*");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
