package org.commonweal.hub.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * What somebody typed into a form that was not taken, so that the page which says so gives it back: browsers keep nothing of
 * a page that may not be stored.
 *
 * <p>Only of forms that came from a page of this hub, for else any other page could put words into the hub's mouth; and not
 * of forms with files, which are read by whoever takes them. Passwords, keys and what no person wrote are left out.
 *
 * @param name of the field
 * @param text of at most {@link #MOST} characters in all fields together
 */
public record Typed(String name, String text) {
    static final int MOST = 60_000;
    private static final int MOST_FIELDS = 60;
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|secret|token|key|code|csrf).*");
    // Ticks, paths, identifiers (with what is said of them behind a colon) and digests.
    private static final Pattern MACHINE =
            Pattern.compile("on|/[A-Za-z0-9/_-]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:[a-z]+)?|[0-9a-f]{64}");
    private static final Pattern LOCAL = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_-]*");

    static List<Typed> listOf(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        if (!isPlainForm(request) || !isOfThisHub(request)) return typed;
        int room = MOST;
        for (Map.Entry<String, String[]> field : fields(request).entrySet()) {
            String text = words(field.getValue());
            if (text.isEmpty() || isHidden(field.getKey(), request) || typed.size() == MOST_FIELDS || room == 0)
                continue;
            String kept = text.substring(0, Math.min(room, text.length()));
            typed.add(new Typed(field.getKey(), kept));
            room -= kept.length();
        }
        return typed;
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.startsWith("application/x-www-form-urlencoded");
    }

    private static Map<String, String[]> fields(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException noLetters) {
            return Map.of();
        }
    }

    /** The lines that a field for it has. */
    public int rows() {
        return (int) Math.clamp(text.lines().count() + text.length() / 60, 1, 12);
    }

    private static String words(String[] values) {
        return Arrays.stream(values)
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty() && !MACHINE.matcher(value).matches())
                .collect(Collectors.joining("\n"));
    }

    // What stands in the address was typed by nobody.
    private static boolean isHidden(String name, HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return SECRET.matcher(name).matches() || ("&" + query).contains("&" + name + "=");
    }

    /** The path of the page on which the form stood, "" when the browser does not say: nobody is led back to a deed. */
    static String page(HttpServletRequest request) {
        return from(request, "Referer")
                .filter(from -> isHere(from, request))
                .map(URI::getPath)
                .filter(path -> LOCAL.matcher(path).matches())
                .orElse("");
    }

    // Browsers say where a form comes from (Fetch Metadata, section 2; Fetch, section 3.2): older ones by its origin
    // alone.
    private static boolean isOfThisHub(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        return from(request, "Origin")
                .or(() -> from(request, "Referer"))
                .filter(from -> isHere(from, request))
                .isPresent();
    }

    private static Optional<URI> from(HttpServletRequest request, String header) {
        try {
            return Optional.ofNullable(request.getHeader(header)).map(URI::create);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isHere(URI from, HttpServletRequest request) {
        int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
        return request.getServerName().equalsIgnoreCase(from.getHost()) && request.getServerPort() == port;
    }

    /** Whether a form was sent. The container leads to its error page by GET, whatever was asked (Servlet 6.1, 10.9.1). */
    static boolean wasSent(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return (asked == null ? request.getMethod() : asked).equals("POST");
    }
}
