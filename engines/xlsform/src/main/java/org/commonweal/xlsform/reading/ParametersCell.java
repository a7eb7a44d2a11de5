package org.commonweal.xlsform.reading;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Rule;

/** The column ‹parameters›, {@code start=1 end=5 step=1}, and the column ‹unit›, {@code µg/m³}. */
final class ParametersCell {

    private static final Set<String> RANGE = Set.of("start", "end", "step");
    private static final Set<String> SELECT = Set.of("randomize", "seed");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private ParametersCell() {}

    static Map<String, String> read(Line line, QuestionType type, Faults faults) {
        var read = new TreeMap<String, String>();
        var text = line.text("parameters");
        for (var pair : text.isEmpty() ? new String[0] : text.split("[\\s,;]+")) {
            var parts = pair.split("=", 2);
            var key = parts[0].toLowerCase(Locale.ROOT);
            if (parts.length < 2 || key.isEmpty() || parts[1].isEmpty()) {
                faults.add(line.fault(Rule.INVALID_PARAMETER, "parameters", text, "write name=value, spaces between"));
            } else if (known(type).contains(key)) {
                read.put(key, parts[1]);
            } else {
                faults.add(line.fault(Rule.PARAMETER_LEFT_OUT, "parameters", key));
            }
        }
        if (type == QuestionType.RANGE) {
            completeRange(read, line, faults);
        }
        // Ours, not the standard's: clients never see it, whoever reads the answers does.
        var unit = line.words("unit");
        if (!unit.isEmpty()) {
            read.put("unit", unit);
        }
        return read;
    }

    private static Set<String> known(QuestionType type) {
        return type == QuestionType.RANGE ? RANGE : type.isSelect() ? SELECT : Set.of();
    }

    private static void completeRange(Map<String, String> read, Line line, Faults faults) {
        read.putIfAbsent("start", "1");
        read.putIfAbsent("end", "10");
        read.putIfAbsent("step", "1");
        var numbers = read.values().stream().allMatch(v -> NUMBER.matcher(v).matches());
        if (!numbers || new BigDecimal(read.get("step")).signum() == 0) {
            var text = line.text("parameters");
            faults.add(line.fault(Rule.INVALID_PARAMETER, "parameters", text, "write start, end and step as numbers"));
        }
    }
}
