package org.commonweal.xlsform.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Rule;

/**
 * The items read from the sheet ‹survey›, with the rows to point at.
 *
 * @param items the tree
 * @param lines rows by number
 */
record Survey(List<Item> items, Map<Integer, Line> lines) {

    static Survey of(List<Item> items, Table table) {
        var lines = new HashMap<Integer, Line>();
        table.lines().forEach(line -> lines.put(line.number(), line));
        return new Survey(items, lines);
    }

    Fault fault(Rule rule, Item item, String column, String... values) {
        return lines.get(item.node().row()).fault(rule, column, values);
    }
}
