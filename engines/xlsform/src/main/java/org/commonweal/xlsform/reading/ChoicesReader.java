package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Rule;

/** Reads the sheet ‹choices›. */
final class ChoicesReader {

    private final Table table;
    private final boolean allowDuplicates;
    private final Faults faults;
    private final SequencedMap<String, List<Choice>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> rowByName = new HashMap<>();

    ChoicesReader(Table table, boolean allowDuplicates, Faults faults) {
        this.table = table;
        this.allowDuplicates = allowDuplicates;
        this.faults = faults;
    }

    /** Choice lists by name, as far as their rows make sense. */
    SequencedMap<String, List<Choice>> read() {
        for (var line : table.lines()) {
            CellErrors.check(line, faults);
            readLine(line);
        }
        return lists;
    }

    private void readLine(Line line) {
        var list = line.words("list_name");
        var name = line.words("name");
        if (list.isEmpty() && name.isEmpty()) {
            return;
        }
        if (list.isEmpty()) {
            faults.add(line.fault(Rule.MISSING_CHOICE_LIST, "list_name", name));
            return;
        }
        if (list.contains("'") || list.contains("\"")) {
            // The list's name stands within quotes in XPath, which knows no escape.
            faults.add(line.fault(Rule.QUOTE_IN_LIST_NAME, "list_name", list));
        }
        var choices = lists.computeIfAbsent(list, l -> new ArrayList<>());
        if (name.isEmpty()) {
            faults.add(line.fault(Rule.MISSING_CHOICE_NAME, "name", list));
            return;
        }
        var choice = new Choice(name, line.translated("label"), line.number(), extras(line));
        check(choice, list, line);
        choices.add(choice);
    }

    private void check(Choice choice, String list, Line line) {
        if (choice.label().isEmpty()) {
            faults.add(line.fault(Rule.MISSING_CHOICE_LABEL, "label", choice.name(), list));
        }
        var before = rowByName.computeIfAbsent(list, l -> new HashMap<>()).putIfAbsent(choice.name(), choice.row());
        if (before != null && !allowDuplicates) {
            faults.add(line.fault(Rule.DUPLICATE_CHOICE, "name", choice.name(), list, before + ""));
        }
    }

    private SequencedMap<String, String> extras(Line line) {
        var extras = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            var text = line.row().text(column.index());
            if (ColumnCheck.isExtraOfChoices(column) && !text.isEmpty()) {
                extras.put(column.name(), text);
            }
        }
        return extras;
    }
}
