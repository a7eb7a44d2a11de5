package org.commonweal.hub.campaigns.review;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Refusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Serves the files of a submission. Who may see them is the caller's to check. */
@Component
class AttachmentFiles {
    private final Submissions submissions;
    private final Files files;

    AttachmentFiles(Submissions submissions, Files files) {
        this.submissions = submissions;
        this.files = files;
    }

    /** Pictures are shown, all else is only saved; a file from outside never runs as a page of this hub. */
    ResponseEntity<Resource> serve(UUID submission, String name) {
        StoredAttachment attachment = submissions.listAttachments(submission).stream()
                .filter(one -> one.name().equals(name) && one.file() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Files.StoredFile stored = files.find(attachment.file()).orElseThrow(Refusal::notFound);
        ContentDisposition disposition = (attachment.isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(
                        attachment.isPicture()
                                ? MediaType.parseMediaType(attachment.mediaType())
                                : MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new FileSystemResource(stored.path()));
    }
}
