package org.commonweal.hub.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Stands before every handler: refuses what its {@link Access} does not allow, remembers a language that was chosen. */
@Component
class Gate implements HandlerInterceptor {
    private final Rights rights;
    private final LocaleResolver locales;

    Gate(Rights rights, LocaleResolver locales) {
        this.rights = rights;
        this.locales = locales;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        refuseNul(request);
        String language = request.getParameter("lang");
        if (language != null && Words.LANGUAGES.containsKey(language))
            locales.setLocale(request, response, Locale.forLanguageTag(language));
        if (handler instanceof HandlerMethod method) check(method);
        return true;
    }

    // No word that people type has one, and PostgreSQL takes none in a text.
    private static void refuseNul(HttpServletRequest request) {
        for (String[] values : request.getParameterMap().values())
            for (String value : values) if (value.indexOf(0) >= 0) throw Refusal.invalid("");
    }

    private void check(HandlerMethod method) {
        Access access = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
        if (access == null) access = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
        if (access == null) throw Refusal.forbidden("");
        switch (access.value()) {
            case ANYONE, CHECKED_INSIDE -> {}
            case SIGNED_IN -> Actor.requirePerson();
            case PERMITTED -> rights.require(access.permission(), Scope.HUB);
        }
    }
}
