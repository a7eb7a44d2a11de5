package org.commonweal.xlsform.reading;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.commonweal.xlsform.form.Checks;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Rule;

/** Reads one row that asks, computes or notes something. */
final class QuestionReader {

    private static final List<String> FOR_QUESTIONS_ONLY =
            List.of("constraint", "required", "calculation", "default", "choice_filter", "parameters", "hint");
    private static final List<String> FOR_ANSWERS_ONLY = List.of("constraint", "required");

    private final Line line;
    private final TypeCell.Ask ask;
    private final SequencedMap<String, List<Choice>> lists;
    private final Faults faults;

    QuestionReader(Line line, TypeCell.Ask ask, SequencedMap<String, List<Choice>> lists, Faults faults) {
        this.line = line;
        this.ask = ask;
        this.lists = lists;
        this.faults = faults;
    }

    Question read(String path) {
        var type = ask.type();
        checkList();
        if (!line.text("repeat_count").isEmpty()) {
            faults.add(line.fault(Rule.COUNT_OUTSIDE_REPEAT, "repeat_count", line.words("name")));
        }
        var node = Frame.node(line, path);
        var calculation = line.expression("calculation");
        if (type == QuestionType.CALCULATE
                && calculation.isEmpty()
                && line.text("default").isEmpty()) {
            faults.add(line.fault(Rule.MISSING_CALCULATION, "calculation", node.name()));
        }
        var isDynamic = DefaultCell.isDynamic(line.expression("default"), type);
        if (!isDynamic) {
            DefaultCell.check(line, type, lists.getOrDefault(ask.list(), List.of()), faults);
        }
        var question = new Question(
                node,
                type,
                ask.list(),
                type.isSelect() ? line.expression("choice_filter") : "",
                line.translated("hint"),
                checks(),
                calculation,
                isDynamic ? line.expression("default") : line.text("default"),
                isDynamic,
                ParametersCell.read(line, type, faults));
        checkLabel(question);
        return question;
    }

    /** Tells of cells that say something about answers, in a row that takes none. */
    static void tellMeaningless(Line line, String what, Faults faults) {
        tellMeaningless(line, what, FOR_QUESTIONS_ONLY, faults);
    }

    private static void tellMeaningless(Line line, String what, List<String> columns, Faults faults) {
        for (var column : columns) {
            if (!line.condition(column).isEmpty()) {
                faults.add(line.fault(Rule.CELL_HAS_NO_MEANING, column, column, what));
            }
        }
    }

    private Checks checks() {
        if (ask.type().control() == QuestionType.Control.NONE || ask.type() == QuestionType.NOTE) {
            tellMeaningless(line, ask.type().name().toLowerCase(Locale.ROOT), FOR_ANSWERS_ONLY, faults);
            return Checks.NONE;
        }
        return new Checks(
                line.condition("required"),
                line.translated("required_message"),
                line.expression("constraint"),
                line.translated("constraint_message"));
    }

    private void checkLabel(Question question) {
        if (question.label().isEmpty() && question.hint().isEmpty() && question.isShown()) {
            faults.add(line.fault(Rule.MISSING_LABEL, "label", question.name()));
        }
    }

    private void checkList() {
        if (!ask.type().isSelect()) {
            return;
        }
        var type = line.words("type");
        var there = lists.isEmpty() ? "none" : String.join(", ", lists.keySet());
        if (ask.list().isEmpty()) {
            faults.add(line.fault(Rule.MISSING_LIST_NAME, "type", type, there));
        } else if (!lists.containsKey(ask.list())) {
            faults.add(line.fault(Rule.MISSING_LIST, "type", type, there));
        }
        if (ask.orOther()) {
            faults.add(line.fault(Rule.OR_OTHER_NOT_READ, "type", ask.list()));
        }
    }
}
