package org.commonweal.hub.frame.look;

import java.util.Locale;

/** What stage a thing is at. Each state has a word, a shape and a colour; see the template {@code frame/state}. */
public enum State {
    DRAFT,
    OPEN,
    IN_REVIEW,
    PUBLISHED,
    LOGGED,
    WITHDRAWN,
    CLOSED;

    /** The state as part of a CSS class and of a message key: {@code in-review}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of the state's word. */
    public String key() {
        return "frame.state." + token();
    }
}
