package org.commonweal.hub.frame;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;

/**
 * Renders templates: a handler returns {@code pages.show("directory/list", model)}.
 *
 * <p>A template has two parameters, {@code Page page} and its own {@code model}.
 */
@Component
public class Pages {
    private static final String KEPT = Page.class.getName();

    // The package lies outside the hub's: Modulith would take generated classes for a module.
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.commonweal.pages");

    private final Words words;
    private final Assets assets;
    private final LocaleResolver locales;
    private final Settings settings;
    private final Viewers viewers;

    Pages(Words words, Assets assets, LocaleResolver locales, Settings settings, Viewers viewers) {
        this.words = words;
        this.assets = assets;
        this.locales = locales;
        this.settings = settings;
        this.viewers = viewers;
        engine.setBinaryStaticContent(true);
    }

    /** The page of a template without a model of its own. */
    public View show(String template) {
        return render(template, Map.of("page", page()));
    }

    public View show(String template, Object model) {
        return render(template, Map.of("page", page(), "model", model));
    }

    /** A template as a piece of another page, for a {@link Panel}. */
    public Content piece(String template, Page page, Object model) {
        return output -> engine.render(template + ".jte", Map.of("page", page, "model", model), output);
    }

    /**
     * The reader's view of the present request, for handlers that need words or addresses of their own. It is read once
     * for each request, so a handler that changes the hub's name or who reads redirects to the page that says so.
     */
    public Page page() {
        ServletRequestAttributes attributes =
                (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        HttpServletRequest request = attributes.getRequest();
        if (request.getAttribute(KEPT) instanceof Page kept) return kept;
        Page page = read(request);
        request.setAttribute(KEPT, page);
        return page;
    }

    private Page read(HttpServletRequest request) {
        return new Page(
                words,
                assets,
                locales.resolveLocale(request),
                here(request),
                settings.hubName(),
                viewers.find().orElse(null),
                () -> ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken());
    }

    // Rendered in full before the first byte leaves, so that a fault becomes an error page and never half a page.
    private View render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        return (model, request, response) -> {
            response.setContentType("text/html;charset=utf-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }

    private Page.Here here(HttpServletRequest request) {
        String path = (String) request.getAttribute("jakarta.servlet.error.request_uri");
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String withoutLanguage = query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        String host = request.getServerName();
        boolean secure = request.isSecure() || host.equals("localhost") || host.equals("127.0.0.1");
        return new Page.Here(
                path == null ? request.getRequestURI() : path, withoutLanguage, settings.publicUrl(), secure);
    }
}
