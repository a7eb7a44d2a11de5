package org.commonweal.xlsform.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.xlsform.expression.BrokenExpressionException;
import org.commonweal.xlsform.expression.Functions;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.XPath;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Repeat;
import org.commonweal.xlsform.form.Rule;

/** Checks every expression and every label of a form. */
final class ExpressionCheck {
    private static final Set<String> OPERATORS = Set.of("and", "or", "div", "mod");

    private final Form form;
    private final Survey survey;
    private final Faults faults;
    private final Paths paths;
    private final ReferenceCheck references;
    private final Map<String, Set<String>> columnsByList = new HashMap<>();

    ExpressionCheck(Form form, Survey survey, Faults faults) {
        this.form = form;
        this.survey = survey;
        this.faults = faults;
        this.paths = new Paths(form);
        this.references = new ReferenceCheck(paths, faults);
    }

    void check() {
        for (var item : form.listItems()) {
            var line = survey.lines().get(item.node().row());
            references.check(item.label(), line, "label");
            checkLogic(item.node().relevant(), item, line, "relevant");
            checkLogic(item.node().readOnly(), item, line, "read_only");
            switch (item) {
                case Question question -> checkQuestion(question, line);
                case Repeat repeat -> checkLogic(repeat.count(), item, line, "repeat_count");
                case Group group -> {}
            }
        }
    }

    /** The setting instance_name, seen from the root. */
    void checkInstanceName(Settings settings) {
        if (settings.line() != null) {
            checkLogic(form.instanceName(), "/" + Form.ROOT + "/meta/instanceName", settings.line(), "instance_name");
        }
    }

    /** Words of a choice may show answers too. */
    void checkChoices(Table choices) {
        for (var line : choices.lines()) {
            references.check(line.translated("label"), line, "label");
        }
    }

    private void checkQuestion(Question question, Line line) {
        references.check(question.hint(), line, "hint");
        references.check(question.checks().requiredMessage(), line, "required_message");
        references.check(question.checks().constraintMessage(), line, "constraint_message");
        checkLogic(question.checks().required(), question, line, "required");
        checkLogic(question.checks().constraint(), question, line, "constraint");
        checkLogic(question.calculation(), question, line, "calculation");
        checkFilter(question, line);
        checkLogic(question.parameters().getOrDefault("seed", ""), question, line, "parameters");
        if (question.defaultIsDynamic()) {
            checkLogic(question.defaultValue(), question, line, "default");
        }
    }

    private void checkLogic(String expression, Item item, Line line, String column) {
        checkLogic(expression, item.path(), line, column);
    }

    private void checkLogic(String expression, String context, Line line, String column) {
        if (expression.isEmpty() || !references.isSoundExpression(expression, line, column)) {
            return;
        }
        try {
            var xpath = XPath.parse(paths.substitute(expression, context));
            checkFunctions(xpath, line, column);
            for (var path : xpath.dependencies(context)) {
                checkPath(path, line, column);
            }
        } catch (BrokenExpressionException e) {
            faults.add(line.fault(Rule.BROKEN_EXPRESSION, column, expression, e.getMessage()));
        }
    }

    private void checkFilter(Question question, Line line) {
        var filter = question.choiceFilter();
        if (filter.isEmpty() || !references.isSoundExpression(filter, line, "choice_filter")) {
            return;
        }
        try {
            var xpath = XPath.parse(paths.substituteInFilter(filter, question.path()));
            checkFunctions(xpath, line, "choice_filter");
            checkColumns(xpath, question.list(), line);
        } catch (BrokenExpressionException e) {
            faults.add(line.fault(Rule.BROKEN_EXPRESSION, "choice_filter", filter, e.getMessage()));
        }
    }

    // A column that is not there makes no choice pass, and nobody would see why.
    private void checkColumns(XPath filter, String list, Line line) {
        var columns = columnsByList.computeIfAbsent(list, this::columnsOf);
        for (var name : filter.childNames()) {
            if (!columns.contains(name) && !Set.of("name", "label").contains(name)) {
                var advice = Nearest.advice(name, columns, "Add a column ‹" + name + "› to sheet ‹choices›.");
                faults.add(line.fault(Rule.UNKNOWN_CHOICE_COLUMN, "choice_filter", name, list, advice));
            }
        }
    }

    private Set<String> columnsOf(String list) {
        return form.choices().getOrDefault(list, List.of()).stream()
                .map(Choice::columns)
                .flatMap(c -> c.keySet().stream())
                .collect(Collectors.toSet());
    }

    private void checkFunctions(XPath xpath, Line line, String column) {
        for (var function : xpath.functions()) {
            if (!Functions.listKnown().contains(function)) {
                var advice =
                        Nearest.advice(function, Functions.listKnown(), "Forms here use the functions of ODK XForms.");
                faults.add(line.fault(Rule.UNKNOWN_FUNCTION, column, function, advice));
            }
        }
    }

    private void checkPath(String path, Line line, String column) {
        var isRoot = path.equals("/" + Form.ROOT) || path.equals("/");
        // Attributes and the hub's own nodes are not items, but are there.
        var isOther = path.contains("/@") || path.contains("/meta") || path.contains("*");
        if (isRoot || isOther || paths.has(path)) {
            return;
        }
        // «. >= and» reads ‹and› as the name of a question.
        var name = path.substring(path.lastIndexOf('/') + 1);
        faults.add(
                OPERATORS.contains(name)
                        ? line.fault(Rule.LONE_OPERATOR, column, name)
                        : line.fault(Rule.UNKNOWN_PATH, column, path));
    }
}
