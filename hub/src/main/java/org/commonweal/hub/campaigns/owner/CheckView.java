package org.commonweal.hub.campaigns.owner;

import java.util.List;

/**
 * The fourth step: the check list, and the button that opens or closes.
 *
 * @param foreign languages of the form in which nobody can read the consent
 * @param refusal why it may not speak of things, "" where nobody refused
 */
public record CheckView(
        DeskView desk,
        List<Line> lines,
        List<Foreign> foreign,
        boolean ready,
        boolean waitsForApproval,
        String refusal) {
    /** Whether there is a form to try. */
    public boolean asks() {
        return lines.stream().anyMatch(line -> line.key().equals("form") && line.met());
    }

    /**
     * One line of the check list.
     *
     * @param key of its words: {@code campaigns.owner.check.<key>}, and {@code …-missing} when it is not met
     * @param step the page where it is mended, "" when it is another person's to do
     */
    public record Line(String key, boolean met, String step) {}

    /**
     * A language of the form without consent.
     *
     * @param name as the form writes it
     * @param path where it can be written, "" when the hub has no texts in that language
     */
    public record Foreign(String name, String path) {}
}
