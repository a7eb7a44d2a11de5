package org.commonweal.hub.campaigns.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a client in: the protocol's version first, then a token of a campaign. */
@Component
class Door {
    private final Tokens tokens;

    Door(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param inPath the token of the path, null when the path has none
     * @throws OpenRosaFault 400 without the version header, 401 without credentials, 403 with wrong ones: clients would
     *     prompt for a name and password on 401, which a broken link can't answer
     */
    Tokens.Token enter(HttpServletRequest request, @Nullable String inPath) {
        if (!"1.0".equals(request.getHeader("X-OpenRosa-Version")))
            throw new OpenRosaFault(HttpStatus.BAD_REQUEST, "The request must say X-OpenRosa-Version: 1.0.");
        String secret = inPath != null
                ? inPath
                : find(request)
                        .orElseThrow(() ->
                                new OpenRosaFault(HttpStatus.UNAUTHORIZED, "This address needs a campaign's token."));
        return tokens.find(new Secret(secret))
                .filter(token -> token.kind().equals("collect"))
                .orElseThrow(() -> new OpenRosaFault(
                        HttpStatus.FORBIDDEN,
                        "This token is unknown here or was revoked. Ask whoever gave you the link."));
    }

    /** The token as the addresses that a client is told must carry it: those under a token's path hold it already. */
    String carried(HttpServletRequest request, @Nullable String inPath) {
        String asked = request.getParameter("st");
        return inPath != null || asked == null ? "" : "?st=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private static Optional<String> find(HttpServletRequest request) {
        String asked = request.getParameter("st");
        if (asked != null) return Optional.of(asked);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) return Optional.empty();
        if (header.regionMatches(true, 0, "Bearer ", 0, 7))
            return Optional.of(header.substring(7).strip());
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) return Optional.of(password(request, header.substring(6)));
        return Optional.empty();
    }

    private static String password(HttpServletRequest request, String encoded) {
        if (!request.isSecure()) throw new OpenRosaFault(HttpStatus.FORBIDDEN, "A password is taken over https only.");
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            throw new OpenRosaFault(HttpStatus.BAD_REQUEST, "The Authorization header is not readable.");
        }
    }
}
