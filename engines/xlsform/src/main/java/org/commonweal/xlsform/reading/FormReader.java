package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Rule;
import org.commonweal.xlsform.sheet.Sheet;
import org.commonweal.xlsform.sheet.Workbook;

/** Reads the sheets of an XLSForm into a form. */
public final class FormReader {

    /**
     * What came of it.
     *
     * @param form the form; empty when any fault is an error
     * @param faults errors and warnings, in the order of the file
     */
    public record Outcome(Optional<Form> form, List<Fault> faults) {}

    private static final List<String> SHEETS_NOT_READ = List.of("entities", "external_choices", "osm");

    // Far beyond what anybody answers; what stands in a form is parsed several times, and by every client.
    private static final int MAX_ROWS = 5_000;
    private static final int MAX_LOGIC = 1_000_000;
    private static final List<String> LOGIC = List.of(
            "relevant",
            "constraint",
            "required",
            "calculation",
            "default",
            "read_only",
            "choice_filter",
            "repeat_count");

    private final Workbook workbook;
    private final Faults faults = new Faults();

    private FormReader(Workbook workbook) {
        this.workbook = workbook;
    }

    /**
     * @param fileName names a form whose settings do not; may be empty
     */
    public static Outcome read(Workbook workbook, String fileName) {
        var reader = new FormReader(workbook);
        var form = workbook.find("survey").isPresent() ? reader.readForm(fileName) : reader.withoutSurvey();
        var faults = reader.faults.list();
        return new Outcome(form.filter(f -> faults.stream().noneMatch(Fault::isError)), faults);
    }

    private Optional<Form> withoutSurvey() {
        faults.add(Fault.ofFile(Rule.MISSING_SHEET, "survey", String.join(", ", workbook.listNames())));
        return Optional.empty();
    }

    private Optional<Form> readForm(String fileName) {
        var settings = SettingsReader.read(table("settings", Headers.SETTINGS), faults);
        var plain = List.of(table("survey", Headers.SURVEY), table("choices", Headers.CHOICES));
        var language = Languages.defaultOf(settings, plain, faults);
        var survey = plain.get(0).withDefaultLanguage(language.name(), faults);
        var choices = plain.get(1).withDefaultLanguage(language.name(), faults);
        if (!isReadable(survey, choices)) {
            return Optional.empty();
        }
        var lists = new ChoicesReader(choices, settings.allowChoiceDuplicates(), faults).read();
        var items = new SurveyReader(survey, lists, faults).read();
        if (items.isEmpty()) {
            faults.add(Fault.ofSheet(Rule.EMPTY_SHEET, survey.sheet()));
        }
        var form = new Form(
                SettingsReader.identity(settings, fileName, faults),
                Languages.listUsed(language, List.of(survey, choices)),
                settings.style(),
                settings.instanceName(),
                items,
                lists);
        check(form, settings, survey, choices);
        return Optional.of(form);
    }

    private void check(Form form, Settings settings, Table survey, Table choices) {
        ChoiceNameCheck.check(form, choices, faults);
        ColumnCheck.check(survey, faults);
        ColumnCheck.check(choices, faults);
        var read = Survey.of(form.items(), survey);
        var expressions = new ExpressionCheck(form, read, faults);
        expressions.check();
        expressions.checkInstanceName(settings);
        expressions.checkChoices(choices);
        new CycleCheck(form, read, faults).check();
        var translations = new TranslationCheck(form.languages(), faults);
        translations.checkCodes();
        translations.check(survey);
        translations.check(choices);
    }

    private boolean isReadable(Table survey, Table choices) {
        for (var name : SHEETS_NOT_READ) {
            workbook.find(name)
                    .filter(s -> s.rows().size() > 1)
                    .ifPresent(s -> faults.add(Fault.ofFile(Rule.SHEET_NOT_READ, s.name())));
        }
        if (survey.columns().isEmpty()) {
            faults.add(Fault.ofSheet(Rule.EMPTY_SHEET, survey.sheet()));
            return false;
        }
        if (survey.lines().size() > MAX_ROWS || charactersOfLogic(survey) > MAX_LOGIC) {
            var what = survey.lines().size() + " rows with " + charactersOfLogic(survey) + " characters of expressions";
            faults.add(Fault.ofSheet(Rule.LONG_FORM, survey.sheet(), what, MAX_ROWS + " and " + MAX_LOGIC));
            return false;
        }
        var missing = new ArrayList<Fault>();
        requireColumns(survey, List.of("type", "name"), missing);
        if (!choices.columns().isEmpty()) {
            requireColumns(choices, List.of("list_name", "name"), missing);
        }
        missing.forEach(faults::add);
        return missing.isEmpty();
    }

    private static long charactersOfLogic(Table survey) {
        return survey.lines().stream()
                .flatMapToInt(line -> LOGIC.stream().mapToInt(c -> line.text(c).length()))
                .asLongStream()
                .sum();
    }

    private static void requireColumns(Table table, List<String> names, List<Fault> missing) {
        var there = String.join(", ", table.listHeaders());
        names.stream()
                .filter(name -> !table.has(name))
                .map(name -> Fault.ofSheet(Rule.MISSING_COLUMN, table.sheet(), name, there))
                .forEach(missing::add);
    }

    private Table table(String name, Headers headers) {
        return workbook.find(name)
                .map((Sheet sheet) -> Table.of(sheet, headers, faults))
                .orElse(Table.none(name, headers));
    }
}
