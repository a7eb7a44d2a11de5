package org.commonweal.xlsform.form;

import java.util.List;

/**
 * Items that belong together, asked under one heading and one condition.
 *
 * @param node name, path and heading
 * @param items what is in it, in order
 */
public record Group(Node node, List<Item> items) implements Item {
    public Group {
        items = List.copyOf(items);
    }
}
