package org.commonweal.hub.campaigns.openrosa;

import java.util.Optional;
import org.commonweal.hub.frame.FaultAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with the protocol's headers, also where no handler of it was reached or its answer did not get out. */
@Component
class OpenRosaAnswer implements FaultAnswers {
    private static final MediaType XML = MediaType.parseMediaType("text/xml; charset=utf-8");

    static ResponseEntity<String> of(int status, String xml) {
        return ResponseEntity.status(status)
                .headers(protocol())
                .contentType(XML)
                .header(HttpHeaders.CONTENT_LANGUAGE, "en")
                .body(xml);
    }

    static HttpHeaders protocol() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-OpenRosa-Version", "1.0");
        headers.set("X-OpenRosa-Accept-Content-Length", Long.toString(Upload.LARGEST_REQUEST));
        return headers;
    }

    @Override
    public Optional<ResponseEntity<String>> find(String path, int status, String message, String number) {
        if (!path.startsWith("/openrosa/")) return Optional.empty();
        String told = message.isEmpty() ? words(status) : message;
        String traced =
                number.isEmpty() ? "" : " If it stays so, tell whoever runs the hub this number: " + number + ".";
        return Optional.of(of(status, OpenRosaXml.refused(told + traced)));
    }

    private static String words(int status) {
        return switch (status) {
            case 403 -> "This address does not let you in. Ask whoever gave you the link for a new one.";
            case 404 -> "There is no such address here.";
            case 405 -> "This address is not asked in this way.";
            case 408 -> "The line fell silent before all had come. Send it again.";
            case 413 ->
                "This is more than the hub takes at once: a submission may have " + Upload.LARGEST_REQUEST / 1_000_000
                        + " MB at most.";
            case 429 -> "Too much came in a short time. Keep the form and send it again in some minutes.";
            default ->
                status < 500
                        ? "The hub can't read this request."
                        : "The hub could not do this now. Keep the form and send it again later.";
        };
    }
}
