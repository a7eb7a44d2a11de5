package org.commonweal.hub.frame.look;

/**
 * Something before or after a thing on the chain, shown by the small chain strip under its title.
 *
 * <p>Example, on a finding: {@code new ChainLink(Step.LISTEN, "/campaigns/…", "PM2.5 on our street")}.
 */
public record ChainLink(Step step, String path, String title) {
    /** What is said of a step that leads nowhere yet. */
    public static ChainLink of(Step step, String words) {
        return new ChainLink(step, "", words);
    }
}
