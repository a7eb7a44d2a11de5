package org.commonweal.hub.directory;

import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Faults;

/**
 * The form of an organisation or a project.
 *
 * @param room {@code organisations} or {@code projects}, a part of the message keys
 * @param seen what the fields were drawn from ({@link org.commonweal.hub.frame.look.Seen}), "" for a new one
 * @param back where to go without saving
 * @param owners the organisations a new project may belong to, empty on other forms
 * @param topics the choices by kind of topic
 */
public record FormView(
        String room,
        boolean fresh,
        String action,
        String seen,
        String back,
        List<Crumb> crumbs,
        Draft draft,
        Faults faults,
        List<Choice> owners,
        String owner,
        List<Choice> kinds,
        List<Choice> countries,
        Map<String, List<Choice>> topics) {
    /** Whether there may be more owners than stand in the list. */
    public boolean ownersEnd() {
        return owners.size() >= FormViews.MOST_OWNERS;
    }
}
