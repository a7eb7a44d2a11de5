package org.commonweal.hub.campaigns.player;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Secret;
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
 * @param answered when answers were sent from this device before these, null when none were
 * @param tabs which pages sent what
 */
record Draft(
        UUID form,
        String instance,
        Map<String, Unread> unread,
        Map<String, Kept> files,
        int page,
        String language,
        long stamp,
        @Nullable Finished sent,
        @Nullable Instant answered,
        Tabs tabs) {
    Draft {
        // Drafts of the first version told of no pages.
        tabs = Objects.requireNonNullElse(tabs, Tabs.NONE);
    }

    /** How long after sending this device still shows the private link: the next person may hold it soon. */
    static final Duration LINK_SHOWN = Duration.ofMinutes(10);

    /** @param fault the last part of the words' key that says how to write it */
    record Unread(List<String> typed, String fault) {}

    /**
     * A file that a row refers to, so that it is not swept away.
     *
     * @param picture whether it can be shown; null in drafts of before it was asked
     */
    record Kept(UUID file, long sizeBytes, @Nullable Boolean picture) {}

    /**
     * The finished instance, written down before it is sent: whoever presses twice sends the same twice, which is once.
     *
     * @param link the secret of the private link, "" once its contributor is done on this device
     * @param at when it was finished
     */
    record Finished(String xml, String link, boolean arrived, Instant at) {
        Finished {
            // Drafts of the first version told no time: their link is shown no more.
            at = Objects.requireNonNullElse(at, Instant.EPOCH);
        }
    }

    static Draft begun(UUID form) {
        return new Draft(form, "", Map.of(), Map.of(), 0, "", 0, null, null, Tabs.NONE);
    }

    Draft at(int page) {
        return new Draft(form, instance, unread, files, page, language, stamp, sent, answered, tabs);
    }

    Draft speaking(String language) {
        return new Draft(form, instance, unread, files, page, language, stamp, sent, answered, tabs);
    }

    Draft finished(String xml, String link, Instant at) {
        Finished finished = new Finished(xml, link, false, at);
        return new Draft(form, instance, unread, files, page, language, stamp, finished, answered, tabs);
    }

    /** Nothing but the link and the time is kept of what has arrived. */
    Draft arrived() {
        return ended(requireSent().link());
    }

    /** Nothing but the time is kept. */
    Draft done() {
        return ended("");
    }

    private Draft ended(String link) {
        Finished ended = new Finished("", link, true, requireSent().at());
        return new Draft(form, "", Map.of(), new HashMap<>(), 0, language, stamp, ended, null, Tabs.NONE);
    }

    /** What was tried, once nobody needs its files any more. */
    Draft withoutFiles() {
        return new Draft(form, instance, unread, Map.of(), page, language, stamp, sent, answered, tabs);
    }

    boolean hasArrived() {
        return sent != null && sent.arrived();
    }

    /** An empty one for whoever answers on this device next, of whom nothing is known but that it was used before. */
    Draft next(UUID form) {
        return new Draft(
                form, "", Map.of(), Map.of(), 0, "", 0, null, requireSent().at(), Tabs.NONE);
    }

    /** The private link, for as long as whoever holds the device is likely to be the one who sent. */
    Optional<Secret> findLink(Instant now) {
        return Optional.ofNullable(sent)
                .filter(one -> !one.link().isEmpty() && now.isBefore(one.at().plus(LINK_SHOWN)))
                .map(one -> new Secret(one.link()));
    }

    Finished requireSent() {
        if (sent == null) throw new IllegalStateException("This draft was not sent");
        return sent;
    }
}
