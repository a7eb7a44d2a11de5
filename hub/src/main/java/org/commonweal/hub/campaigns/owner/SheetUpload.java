package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.commonweal.hub.frame.Refusal;

/** A spreadsheet as it was sent, never more of it than a form may have. */
record SheetUpload(byte[] bytes, String fileName) {
    static final int LARGEST_MEGABYTES = 5;
    private static final int LARGEST = LARGEST_MEGABYTES * 1_000_000;
    private static final SheetUpload NONE = new SheetUpload(new byte[0], "");

    boolean isEmpty() {
        return bytes.length == 0;
    }

    boolean isTooLarge() {
        return bytes.length > LARGEST;
    }

    /** @throws Refusal (400) when the body is no multipart form, or was cut off */
    static SheetUpload read(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request))
            throw Refusal.invalid("A form is sent as a file, in multipart/form-data.");
        try {
            FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (!part.isFormField() && "sheet".equals(part.getFieldName())) return of(part);
            }
            return NONE;
        } catch (FileUploadSizeException head) {
            // No other size is limited here: the library reads 512 bytes of a part's head.
            throw Refusal.invalid("The file's name is too long. Give it a shorter one and send it once more.");
        } catch (FileUploadException broken) {
            throw Refusal.invalid("The upload was cut off or is broken. Send the file once more.");
        }
    }

    private static SheetUpload of(FileItemInput part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return new SheetUpload(in.readNBytes(LARGEST + 1), Objects.requireNonNullElse(part.getName(), ""));
        } catch (InvalidPathException nul) {
            throw Refusal.invalid("The file's name has a character that no name can have. Name the file otherwise.");
        }
    }
}
