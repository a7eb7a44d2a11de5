package org.commonweal.hub.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The reader's language: {@code ?lang=} first, then what they chose last (a cookie), then what the browser asks for. */
@Component(org.springframework.web.servlet.DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class Languages implements LocaleResolver {
    private static final String COOKIE = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter(COOKIE);
        if (asked != null && Words.LANGUAGES.containsKey(asked)) return Locale.forLanguageTag(asked);
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null && Words.LANGUAGES.containsKey(chosen.getValue()))
            return Locale.forLanguageTag(chosen.getValue());
        return Words.closest(ranges(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) return;
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null) return List.of();
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
