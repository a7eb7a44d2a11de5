package org.commonweal.hub.frame.look;

import java.util.Locale;

/** The five words that lead the navigation, in the chain's order: who we are, then listen → understand → act → account. */
public enum Step {
    COMMUNITY("/organisations", "users"),
    LISTEN("/campaigns", "ear"),
    UNDERSTAND("/findings", "lightbulb"),
    ACT("/act", "hand-heart"),
    ACCOUNT("/log", "book-check");

    private final String path;
    private final String icon;

    Step(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    /** Where the step's first page stands. */
    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** The key of the step's word. */
    public String key() {
        return "frame.step." + name().toLowerCase(Locale.ROOT);
    }
}
