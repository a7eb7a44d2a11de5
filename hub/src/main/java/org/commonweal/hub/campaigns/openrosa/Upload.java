package org.commonweal.hub.campaigns.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Utf8;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a submission request carries: the answers and the files, which go from the wire to the disk and never as a whole
 * through memory.
 *
 * @param files those that the answers name
 */
record Upload(Answered answered, Map<String, Files.Content> files) {
    static final long LARGEST_REQUEST = 100_000_000;
    private static final long LARGEST_FILE = 60_000_000;
    private static final int LARGEST_XML = 1_000_000;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_NAME = 200;

    /**
     * @param look reads the XML as soon as it is there, before files that come behind it, and may refuse
     * @param kept is told the bytes of each part, and may refuse
     * @throws OpenRosaFault 400 when it is no multipart body with an {@code xml_submission_file} in UTF-8 and files
     *     whose names can be kept, or when two different contents come under one name, 408 when it stopped coming, 413
     *     when too large
     */
    static Upload read(
            HttpServletRequest request, UUID scope, Files files, Function<String, Answered> look, LongConsumer kept)
            throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request))
            throw bad("A submission is sent as multipart/form-data.");
        Answered answered = null;
        Map<String, Files.Content> came = new LinkedHashMap<>();
        Set<String> unclear = new LinkedHashSet<>();
        try {
            JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
            upload.setSizeMax(LARGEST_REQUEST);
            FileItemInputIterator parts = upload.getItemIterator(request);
            // The library counts parts for its own list alone, which is not asked for here.
            for (int count = 1; parts.hasNext(); count++) {
                if (count > MOST_PARTS) throw tooLarge("A submission may have " + MOST_PARTS + " parts at most.");
                FileItemInput part = parts.next();
                if ("xml_submission_file".equals(part.getFieldName())) {
                    String xml = xml(part);
                    if (answered != null && !answered.xml().equals(xml))
                        throw bad(
                                "The request has two parts named xml_submission_file, and nobody can say which counts.");
                    kept.accept(xml.length());
                    answered = look.apply(xml);
                } else {
                    String name = name(part);
                    if (!isWanted(name, answered)) continue;
                    Files.Content content = keep(part, scope, files);
                    kept.accept(content.sizeBytes());
                    Files.Content other = came.putIfAbsent(name, content);
                    if (other != null && !Arrays.equals(other.sha256(), content.sha256())) unclear.add(name);
                }
            }
        } catch (FileUploadException broken) {
            throw tooLargeOrBroken(broken);
        } catch (ClientAbortException | SocketTimeoutException lost) {
            // Telephones lose their line every day: no fault of ours. Nobody hears the answer to the former, and to the
            // latter the container answers itself, in our words (OpenRosaAnswer).
            throw new OpenRosaFault(
                    HttpStatus.REQUEST_TIMEOUT, "The line was lost before all had come. Send it again.");
        }
        if (answered == null) throw bad("The request has no part named xml_submission_file.");
        came.keySet().retainAll(answered.files());
        unclear.retainAll(answered.files());
        if (!unclear.isEmpty())
            throw bad("The request has two different files of one name, and nobody can say which counts: "
                    + String.join(", ", unclear) + ". Nothing of it is stored.");
        return new Upload(answered, came);
    }

    // What no answer names is not written. Clients send the answers first; a file that comes before them is left out at
    // the end, and swept from the disk.
    private static boolean isWanted(@Nullable String file, @Nullable Answered answered) {
        return file != null && (answered == null || answered.files().contains(file));
    }

    private static String xml(FileItemInput part) throws IOException {
        // Not closed when it is too large: closing would first read on to its end.
        byte[] bytes = part.getInputStream().readNBytes(LARGEST_XML + 1);
        if (bytes.length > LARGEST_XML)
            throw tooLarge("The answers may have " + LARGEST_XML / 1_000_000 + " MB at most.");
        // What is stored, and digested, is what came: a letter that can't be read is not replaced by another.
        return Utf8.find(bytes)
                .orElseThrow(() -> bad("The answers are not in UTF-8. Nothing of them is stored: send them in UTF-8."));
    }

    private static Files.Content keep(FileItemInput part, UUID scope, Files files) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return files.keep(scope, in, LARGEST_FILE);
        }
    }

    // Some clients put the file's name into the file name, some into the field's; paths are cut off.
    private static @Nullable String name(FileItemInput part) {
        if (part.isFormField()) return null;
        String given = givenName(part);
        String name = given == null || given.isBlank() ? part.getFieldName() : given;
        if (name == null) return null;
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (last.indexOf(0) >= 0) throw unreadable();
        if (last.length() > LONGEST_NAME) throw tooLong();
        return last.isBlank() ? null : last;
    }

    private static @Nullable String givenName(FileItemInput part) {
        try {
            return part.getName();
        } catch (InvalidPathException nul) {
            throw unreadable();
        }
    }

    private static OpenRosaFault unreadable() {
        return bad("A file's name has a character that no name can have (NUL). Name the file otherwise.");
    }

    private static OpenRosaFault tooLong() {
        return bad("A file's name is too long: it may have " + LONGEST_NAME
                + " characters, and with all else at the head of its part 512 bytes.");
    }

    // The library says the same of a request that is too large and of a part's head: it reads 512 bytes of that.
    private static OpenRosaFault tooLargeOrBroken(FileUploadException broken) {
        if (!(broken instanceof FileUploadSizeException size))
            return bad("The multipart body is broken or was cut off.");
        return size.getPermitted() == LARGEST_REQUEST
                ? tooLarge("A submission may have " + LARGEST_REQUEST / 1_000_000 + " MB at most.")
                : tooLong();
    }

    private static OpenRosaFault tooLarge(String message) {
        return new OpenRosaFault(HttpStatus.CONTENT_TOO_LARGE, message);
    }

    private static OpenRosaFault bad(String message) {
        return new OpenRosaFault(HttpStatus.BAD_REQUEST, message);
    }
}
