package org.commonweal.hub.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * What the container refuses before any filter or handler of ours sees it, such as {@code /%}, is told on a page of ours:
 * the container's own has a style that our policy would refuse, and no policy.
 */
@Configuration
class UnreadablePages implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", SecurityConfiguration.POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store");

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        // Behind the framework's own in the pipeline, so that it speaks first.
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Page()));
    }

    private static final class Page extends ErrorReportValve {
        private final byte[] page = read();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
            if (answered || !response.isError() || !response.setErrorReported()) return;
            HEADERS.forEach(response::setHeader);
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            try {
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException gone) {
                // The reader is: there is nobody to tell.
            }
        }

        private static byte[] read() {
            try {
                return new ClassPathResource("static/unreadable.html").getContentAsByteArray();
            } catch (IOException notBuilt) {
                throw new UncheckedIOException(notBuilt);
            }
        }
    }
}
