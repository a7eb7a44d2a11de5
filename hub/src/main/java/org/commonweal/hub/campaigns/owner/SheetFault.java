package org.commonweal.hub.campaigns.owner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.commonweal.xlsform.form.Fault;

/**
 * One thing to mend, or to know, of a spreadsheet, told once for all rows of a column that share it.
 *
 * @param first the fault in the first of its rows
 * @param rows as spreadsheets count, such as «2, 4–7»; "" when no row is meant
 */
public record SheetFault(Fault first, String rows) {
    static List<SheetFault> list(List<Fault> faults) {
        Map<Fault, TreeSet<Integer>> rows = new LinkedHashMap<>();
        faults.forEach(fault ->
                rows.computeIfAbsent(anywhere(fault), same -> new TreeSet<>()).add(fault.row()));
        return rows.entrySet().stream()
                .map(same -> new SheetFault(same.getKey(), told(same.getValue())))
                .toList();
    }

    /** Whether more rows than one are told of. */
    public boolean isOfRows() {
        return rows.matches(".*\\D.*");
    }

    private static Fault anywhere(Fault fault) {
        return new Fault(fault.rule(), fault.sheet(), 0, fault.column(), fault.values());
    }

    private static String told(TreeSet<Integer> rows) {
        StringBuilder told = new StringBuilder();
        for (int row : rows) {
            if (row == 0 || rows.contains(row - 1)) continue;
            int last = row;
            while (rows.contains(last + 1)) last++;
            told.append(told.isEmpty() ? "" : ", ").append(row);
            if (last > row) told.append('–').append(last);
        }
        return told.toString();
    }
}
