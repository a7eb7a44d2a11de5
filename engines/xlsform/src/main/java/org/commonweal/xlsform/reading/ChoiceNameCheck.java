package org.commonweal.xlsform.reading;

import java.util.HashSet;
import java.util.List;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Rule;

/** Finds choices with a space in lists that several may be taken from: an answer is the names, parted by spaces. */
final class ChoiceNameCheck {

    private ChoiceNameCheck() {}

    static void check(Form form, Table choices, Faults faults) {
        var seen = new HashSet<String>();
        for (var question : form.listQuestions()) {
            if (question.type() == QuestionType.SELECT_MULTIPLE && seen.add(question.list())) {
                form.choices().getOrDefault(question.list(), List.of()).stream()
                        .filter(choice -> choice.name().contains(" "))
                        .forEach(choice -> faults.add(fault(choice, question, choices)));
            }
        }
    }

    private static Fault fault(Choice choice, Question question, Table choices) {
        var better = choice.name().replace(' ', '_');
        var row = question.node().row() + "";
        var column = choices.find("name").map(Column::header).orElse("name");
        return new Fault(
                Rule.CHOICE_WITH_SPACE,
                choices.sheet(),
                choice.row(),
                column,
                List.of(choice.name(), question.list(), row, better));
    }
}
