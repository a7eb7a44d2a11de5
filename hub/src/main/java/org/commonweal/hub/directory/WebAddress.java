package org.commonweal.hub.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of websites: http or https with a host, nothing else is ever linked to. */
final class WebAddress {
    private static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address with its scheme and host in small letters; none when it is not one. */
    static Optional<String> find(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || host == null || !host.contains(".") || text.length() > LONGEST) return Optional.empty();
            String rest = text.strip()
                    .substring(text.strip().indexOf("://")
                            + 3
                            + uri.getRawAuthority().length());
            return Optional.of(scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + rest);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What to show of it: {@code example.org} for {@code https://www.example.org/}. */
    static String shown(String address) {
        return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
