package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadFileCountLimitException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Refusal;
import org.springframework.http.HttpStatus;

/**
 * What a browser sent for a page: fields by name, and files that went from the wire to the disk.
 *
 * <p>Names are taken as they come: only those of questions that the form asks are ever looked up.
 */
record Sent(Map<String, List<String>> fields, Map<String, Upload> files) {
    private static final long LARGEST_REQUEST = 100_000_000;
    private static final long LARGEST_FILE = 60_000_000;
    private static final int MOST_PARTS = 2_000;
    // A character takes up to four bytes; one more is read, so that a text too long is known as such.
    private static final int LARGEST_FIELD_BYTES = 4 * (Cast.LONGEST_TEXT + 1);

    record Upload(String fileName, Files.Content content) {}

    /**
     * @param kept is told the bytes of each file, and may refuse
     * @throws Refusal (400) when the body is broken, (413) when it is too large
     */
    static Sent read(HttpServletRequest request, UUID scope, Files files, LongConsumer kept) throws IOException {
        Sent sent = new Sent(new HashMap<>(), new HashMap<>());
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            request.getParameterMap().forEach((name, values) -> sent.fields.put(name, List.of(values)));
            return sent;
        }
        try {
            JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
            upload.setSizeMax(LARGEST_REQUEST);
            upload.setFileCountMax(MOST_PARTS);
            FileItemInputIterator parts = upload.getItemIterator(request);
            while (parts.hasNext()) sent.take(parts.next(), scope, files, kept);
        } catch (FileUploadException broken) {
            throw refusal(broken);
        }
        return sent;
    }

    /** The values of a field, empty when it was not sent. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first value of a field, empty when it was not sent. */
    String first(String name) {
        return fields.containsKey(name) ? fields.get(name).getFirst() : "";
    }

    long number(String name) {
        String text = first(name);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    private void take(FileItemInput part, UUID scope, Files files, LongConsumer kept) throws IOException {
        try (InputStream in = part.getInputStream()) {
            if (part.isFormField()) {
                String text = new String(in.readNBytes(LARGEST_FIELD_BYTES), StandardCharsets.UTF_8);
                fields.computeIfAbsent(part.getFieldName(), unused -> new ArrayList<>())
                        .add(text);
            } else if (part.getName() != null && !part.getName().isBlank()) {
                Files.Content content = files.keep(scope, in, LARGEST_FILE);
                kept.accept(content.sizeBytes());
                this.files.put(part.getFieldName(), new Upload(part.getName(), content));
            }
        }
    }

    private static Refusal refusal(FileUploadException broken) {
        if (broken instanceof FileUploadSizeException && !(broken instanceof FileUploadFileCountLimitException))
            return new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "What you send at once may have " + LARGEST_REQUEST / 1_000_000 + " MB at most.");
        return Refusal.invalid("What you sent was cut off on its way. Go back and send it once more.");
    }
}
