package org.commonweal.hub.campaigns.player;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has filled in so far on this device.
 *
 * @param form the version it was begun with, and is finished with
 * @param instance the answers, empty before the first
 * @param unread what was typed and could not be read, by the question's name
 * @param files what came for file questions, by the name that the instance calls it
 * @param page where they are
 * @param language of the form, as they chose it; empty to follow the hub's
 * @param stamp of the newest state that the browser's script kept for itself, 0 without script
 * @param sent what was sent, null before
 */
record Draft(
        UUID form,
        String instance,
        Map<String, Unread> unread,
        Map<String, Kept> files,
        int page,
        String language,
        long stamp,
        @Nullable Finished sent) {

    /** @param fault the last part of the words' key that says how to write it */
    record Unread(List<String> typed, String fault) {}

    /** A file that a row refers to, so that it is not swept away. */
    record Kept(UUID file, long sizeBytes) {}

    /**
     * The finished instance, written down before it is sent: whoever presses twice sends the same twice, which is once.
     *
     * @param link the secret of the private link
     */
    record Finished(String xml, String link, boolean arrived) {}

    static Draft begun(UUID form) {
        return new Draft(form, "", Map.of(), Map.of(), 0, "", 0, null);
    }

    Draft at(int page) {
        return new Draft(form, instance, unread, files, page, language, stamp, sent);
    }

    Draft speaking(String language) {
        return new Draft(form, instance, unread, files, page, language, stamp, sent);
    }

    Draft finished(String xml, String link) {
        return new Draft(form, instance, unread, files, page, language, stamp, new Finished(xml, link, false));
    }

    /** Nothing but the link is kept of what has arrived. */
    Draft arrived() {
        Finished arrived = new Finished("", requireSent().link(), true);
        return new Draft(form, "", Map.of(), new HashMap<>(), 0, language, stamp, arrived);
    }

    Finished requireSent() {
        if (sent == null) throw new IllegalStateException("This draft was not sent");
        return sent;
    }
}
