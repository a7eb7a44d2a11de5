package org.commonweal.hub.campaigns.review;

import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.jspecify.annotations.Nullable;

/** A file that a submission names; {@code file} is null while it has not come. */
public record StoredAttachment(String name, @Nullable UUID file, String mediaType, long sizeBytes) {
    /** Whether browsers show it as a picture; all else is only offered for download. */
    public boolean isPicture() {
        return Files.isPicture(mediaType);
    }
}
