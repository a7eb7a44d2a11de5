package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever reads a form after its token was read finds all of it there. */
class FormTokenTest {
    private static final String FORM = """
            --x\r
            Content-Disposition: form-data; name="_csrf"\r
            \r
            abc\r
            --x--\r
            """;

    @Test
    void aSmallFormIsFinishedOnlyWhenItWasRead() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/a");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(FORM.getBytes(StandardCharsets.US_ASCII));
        new FormToken().doFilter(request, new MockHttpServletResponse(), (passed, unused) -> {
            ServletInputStream body = passed.getInputStream();
            assertThat(passed.getParameter("_csrf")).isEqualTo("abc");
            assertThat(body.isFinished()).isFalse();
            assertThat(body.isReady()).isTrue();
            assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(FORM);
            assertThat(body.isFinished()).isTrue();
        });
    }
}
