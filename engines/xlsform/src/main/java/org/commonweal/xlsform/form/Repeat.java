package org.commonweal.xlsform.form;

import java.util.List;

/**
 * Items asked several times: once for every member of a household, every well, every visit.
 *
 * @param node name, path and heading
 * @param count XPath for how often, with {@code ${name}} references; empty lets the person who answers add as many as wanted
 * @param items what is asked each time, in order
 */
public record Repeat(Node node, String count, List<Item> items) implements Item {
    public Repeat {
        items = List.copyOf(items);
    }
}
