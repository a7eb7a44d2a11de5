package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Utf8;
import org.springframework.http.HttpStatus;

/**
 * What a browser sent for a page: fields by name, and files that went from the wire to the disk.
 *
 * <p>Names are taken as they come: only those of questions that the form asks are ever looked up.
 *
 * @param unkept the last part of the words' key by the fields whose file was not kept; what else came is here
 */
record Sent(Map<String, List<String>> fields, Map<String, Upload> files, Map<String, String> unkept) {
    // Read to its end though most of it is thrown away: a browser that is answered before tells its reader nothing, and
    // what they wrote beside a film would be lost.
    private static final long LARGEST_REQUEST = 1_000_000_000;
    static final long LARGEST_FILE = 60_000_000;
    static final long LARGEST_FILES = 100_000_000;
    private static final int MOST_PARTS = 2_000;
    // All fields together, for they are held in memory: two of the longest texts there may be, and many short ones.
    // Whoever sends them need not have an account, so that each of many requests at once may have this much.
    static final int LARGEST_FIELDS_BYTES = 1_000_000;
    // What a part costs beyond its bytes: its entries in the maps.
    private static final int PART_BYTES = 100;

    // What a script may say of a file that it did not even send.
    private static final Set<String> UNKEPT = Set.of("file-large", "files-large", "file-empty");

    record Upload(String fileName, Files.Content content) {}

    /**
     * @param kept is told the bytes of each file, and may refuse
     * @throws Refusal (400) when the body is broken, (413) when it is too large, before more of it is read
     */
    static Sent read(HttpServletRequest request, UUID scope, Files files, LongConsumer kept) throws IOException {
        Sent sent = new Sent(new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            request.getParameterMap().forEach((name, values) -> sent.fields.put(name, List.of(values)));
            return sent;
        }
        try {
            JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
            upload.setSizeMax(LARGEST_REQUEST);
            FileItemInputIterator parts = upload.getItemIterator(request);
            int left = LARGEST_FIELDS_BYTES;
            Room room = new Room(kept);
            // The library counts parts for its own list alone, which is not asked for here.
            for (int count = 1; parts.hasNext(); count++) {
                if (count > MOST_PARTS) throw tooLarge("may have " + MOST_PARTS + " parts at most.");
                left = sent.take(parts.next(), left, scope, files, room);
            }
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

    /** Why the file of a field was not kept; empty when it was, or none was chosen. */
    String unkept(String name) {
        String told = first(name + ":unkept");
        return unkept.getOrDefault(name, UNKEPT.contains(told) ? told : "");
    }

    long number(String name) {
        String text = first(name);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    /** How much is left for further fields. */
    private int take(FileItemInput part, int left, UUID scope, Files files, Room room) throws IOException {
        String name = Objects.requireNonNullElse(part.getFieldName(), "");
        int after = left - name.length() - PART_BYTES;
        if (part.isFormField()) {
            // Not closed when it is too large: closing would first read on to its end.
            byte[] bytes = part.getInputStream().readNBytes(Math.max(after, 0) + 1);
            if (bytes.length > after)
                throw tooLarge("may have " + LARGEST_FIELDS_BYTES / 1_000_000 + " MB of text at most.");
            String value = Utf8.find(bytes)
                    .orElseThrow(() -> Refusal.invalid("What you sent is not in UTF-8, as this page asks for it."));
            fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            return after - bytes.length;
        }
        String fileName = fileName(part);
        if (!fileName.isBlank()) {
            // Closing it reads on to its end.
            try (InputStream in = part.getInputStream()) {
                Files.Content content = files.keep(scope, in, Math.min(LARGEST_FILE, room.left));
                room.use(content.sizeBytes());
                if (content.sizeBytes() == 0) unkept.put(name, "file-empty");
                else this.files.put(name, new Upload(fileName, content));
            } catch (Refusal refusal) {
                if (refusal.status() != HttpStatus.CONTENT_TOO_LARGE) throw refusal;
                boolean alone = room.left >= LARGEST_FILE;
                unkept.put(name, alone ? "file-large" : "files-large");
                // What was written before it was thrown away took the disk's time as well.
                if (alone) room.use(LARGEST_FILE);
            }
        }
        return after;
    }

    private static String fileName(FileItemInput part) {
        try {
            return Objects.requireNonNullElse(part.getName(), "");
        } catch (InvalidPathException nul) {
            throw Refusal.invalid("A file's name has a character that no name can have. Name the file otherwise.");
        }
    }

    /** What files of one request may bring, thrown away or not. */
    private static final class Room {
        private final LongConsumer kept;
        private long left = LARGEST_FILES;

        Room(LongConsumer kept) {
            this.kept = kept;
        }

        void use(long bytes) {
            left = Math.max(0, left - bytes);
            kept.accept(bytes);
        }
    }

    private static Refusal tooLarge(String rule) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "What you send at once " + rule);
    }

    // The library says the same of a request that is too large and of a part's head: it reads 512 bytes of that.
    private static Refusal refusal(FileUploadException broken) {
        if (broken instanceof FileUploadSizeException size)
            return size.getPermitted() == LARGEST_REQUEST
                    ? tooLarge("may have " + LARGEST_REQUEST / 1_000_000 + " MB at most.")
                    : Refusal.invalid("A file's name is too long. Give it a shorter one and choose it again.");
        return Refusal.invalid("What you sent was cut off on its way. Go back and send it once more.");
    }
}
