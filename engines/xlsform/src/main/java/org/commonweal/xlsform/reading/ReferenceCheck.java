package org.commonweal.xlsform.reading;

import java.util.List;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.References;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Rule;
import org.commonweal.xlsform.form.Text;

/** Checks that every <code>${name}</code> names one item. */
final class ReferenceCheck {

    private final Paths paths;
    private final Faults faults;

    ReferenceCheck(Paths paths, Faults faults) {
        this.paths = paths;
        this.faults = faults;
    }

    /** Whether all references of a cell are sound; if not, it was told. */
    boolean isSound(String text, Line line, String column) {
        var broken = References.findBroken(text);
        broken.ifPresent(piece -> tellBroken(piece, line, column));
        return allNamed(text, line, column) && broken.isEmpty();
    }

    boolean isSoundExpression(String expression, Line line, String column) {
        var broken = References.findBrokenInExpression(expression);
        broken.ifPresent(piece -> tellBroken(piece, line, column));
        return allNamed(expression, line, column) && broken.isEmpty();
    }

    void check(Text text, Line line, String column) {
        for (var words : text.byLanguage().values()) {
            isSound(words, line, column);
        }
    }

    private void tellBroken(String piece, Line line, String column) {
        var name = piece.replaceAll("[${}\\s]", "");
        faults.add(line.fault(Rule.BROKEN_REFERENCE, column, piece, "${" + name + "}"));
    }

    private boolean allNamed(String text, Line line, String column) {
        var all = true;
        for (var name : References.listNames(text)) {
            all &= isNamed(name, line, column);
        }
        return all;
    }

    private boolean isNamed(String name, Line line, String column) {
        var items = paths.listNamed(name);
        if (items.isEmpty()) {
            var advice = Nearest.advice(name, paths.listNames(), "Write the name of a row of sheet ‹survey›.");
            faults.add(line.fault(Rule.UNKNOWN_REFERENCE, column, name, advice));
        } else if (items.size() > 1) {
            faults.add(line.fault(Rule.AMBIGUOUS_REFERENCE, column, name, rows(items)));
        }
        return items.size() == 1;
    }

    private static String rows(List<Item> items) {
        return String.join(" and ", items.stream().map(i -> i.node().row() + "").toList());
    }
}
