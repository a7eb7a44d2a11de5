package org.commonweal.hub.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the cross-site token of a form with files, which handlers read part by part as it streams in: the token is its
 * first part, so the body's first bytes hold it. Those alone are kept, and given to the handler again before the rest. Such
 * a form need not carry the token in its address, which is written down on its way.
 */
class FormToken extends OncePerRequestFilter {
    private static final String NAME = "_csrf";
    private static final int MOST_BYTES = 1_024;

    // The first part, from its boundary to the line end behind its value (RFC 7578, section 4).
    private static final Pattern FIRST_PART = Pattern.compile(
            "(?:\\r\\n)?--[^\\r\\n]{1,80}\\r\\ncontent-disposition: *form-data; *name=\"?" + NAME
                    + "\"?\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([\\w=+/-]{1,400})\\r\\n.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
        return !form
                || !request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/openrosa/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletInputStream body = request.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Matcher token = FIRST_PART.matcher("");
        byte[] some = new byte[MOST_BYTES];
        int read = 0;
        try {
            while (read >= 0 && head.size() < MOST_BYTES && !token.matches()) {
                read = body.read(some, 0, MOST_BYTES - head.size());
                if (read > 0) head.write(some, 0, read);
                token.reset(head.toString(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException cutOff) {
            // Whoever reads on is told the same, and can say more of it.
        }
        chain.doFilter(
                new Peeked(request, body, head.toByteArray(), token.matches() ? token.group(1) : null), response);
    }

    private static final class Peeked extends HttpServletRequestWrapper {
        private final ServletInputStream whole;
        private final @Nullable String token;

        Peeked(HttpServletRequest request, ServletInputStream rest, byte[] head, @Nullable String token) {
            super(request);
            this.whole = new Whole(rest, head);
            this.token = token;
        }

        @Override
        public ServletInputStream getInputStream() {
            return whole;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(NAME) && token != null ? token : super.getParameter(name);
        }
    }

    private static final class Whole extends ServletInputStream {
        private final ByteArrayInputStream head;
        private final ServletInputStream rest;
        private final SequenceInputStream all;

        Whole(ServletInputStream rest, byte[] head) {
            this.head = new ByteArrayInputStream(head);
            this.rest = rest;
            this.all = new SequenceInputStream(this.head, rest);
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return all.read(bytes, from, length);
        }

        @Override
        public boolean isFinished() {
            return head.available() == 0 && rest.isFinished();
        }

        @Override
        public boolean isReady() {
            return head.available() > 0 || rest.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A form is read by the thread that answers it.");
        }
    }
}
