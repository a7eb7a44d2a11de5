package org.commonweal.hub.frame.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator's own PostgreSQL answers.
 *
 * <p>Example: {@code of("postgres://hub:secret@db.example.org/commonweal")}; {@code postgresql://} and {@code
 * jdbc:postgresql://} are taken too, with user and password in front of the host or as {@code ?user=…&password=…}.
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    // What the server adds to its faults, «Failing row contains (…)», are people's answers: they must not reach a log.
    private static final String NO_ROWS = "logServerErrorDetail=false";

    public DatabaseAddress {
        // The driver takes the last one said.
        if (!jdbcUrl.endsWith(NO_ROWS)) jdbcUrl += (jdbcUrl.contains("?") ? "&" : "?") + NO_ROWS;
    }

    /** @throws DatabaseFault when it is not the address of a PostgreSQL database */
    public static DatabaseAddress of(String url) {
        String plain = url.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres://", "postgresql://");
        if (!plain.startsWith("postgresql://")) throw notAnAddress(url);
        try {
            URI uri = new URI(plain);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String host =
                    uri.getRawAuthority() == null ? "" : uri.getRawAuthority().replaceFirst("^.*@", "");
            String[] who = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return new DatabaseAddress(
                    "jdbc:postgresql://" + host + uri.getRawPath() + query, part(who, 0), part(who, 1));
        } catch (URISyntaxException malformed) {
            throw notAnAddress(url);
        }
    }

    /** The address without anything secret, for people and logs. */
    public String spoken() {
        return jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }

    private static @Nullable String part(String[] parts, int index) {
        return index < parts.length ? URLDecoder.decode(parts[index], StandardCharsets.UTF_8) : null;
    }

    private static DatabaseFault notAnAddress(String url) {
        return new DatabaseFault("The database's address must look like postgresql://host:5432/commonweal?user=…, was «"
                + url.replaceAll("password=[^&]*|:[^:@/]*@", "…") + "».");
    }
}
