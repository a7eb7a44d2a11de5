package org.commonweal.xlsform.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Rule;

/** Reads the sheet ‹survey› row by row into a tree. */
final class SurveyReader {

    // Clients and servers walk forms recursively; people do not find their way in deeper ones either.
    private static final int MAX_DEPTH = 30;

    private final Table table;
    private final SequencedMap<String, List<Choice>> lists;
    private final Faults faults;
    private final Deque<Frame> open = new ArrayDeque<>();

    SurveyReader(Table table, SequencedMap<String, List<Choice>> lists, Faults faults) {
        this.table = table;
        this.lists = lists;
        this.faults = faults;
        open.push(Frame.root());
    }

    /** The items of all rows that make sense; what does not is told and left out. */
    List<Item> read() {
        for (var line : table.lines()) {
            if (Truth.of(line.text("disabled")) != Truth.YES) {
                CellErrors.check(line, faults);
                readLine(line);
            }
        }
        while (!open.element().isRoot()) {
            var frame = open.element();
            var word = frame.kind().word();
            faults.add(frame.line().fault(Rule.UNCLOSED, "type", "begin " + word, nameOf(frame), "end " + word));
            close();
        }
        return open.element().items();
    }

    private void readLine(Line line) {
        var type = line.words("type");
        if (type.isEmpty()) {
            if (!line.text("name").isEmpty() || !line.translated("label").isEmpty()) {
                faults.add(line.fault(Rule.MISSING_TYPE, "type"));
            }
            return;
        }
        switch (TypeCell.of(type)) {
            case TypeCell.Ask ask -> ask(line, ask);
            case TypeCell.Begin begin -> begin(line, begin.kind());
            case TypeCell.End end -> end(line, end.kind());
            case TypeCell.NotRead known -> {
                faults.add(line.fault(Rule.TYPE_NOT_READ, "type", type, known.advice()));
                standIn(line);
            }
            case TypeCell.LeftOut leftOut -> faults.add(line.fault(Rule.TYPE_LEFT_OUT, "type", type));
            case TypeCell.Unknown unknown -> {
                faults.add(line.fault(Rule.UNKNOWN_TYPE, "type", type, adviceOn(type)));
                standIn(line);
            }
        }
    }

    private void ask(Line line, TypeCell.Ask ask) {
        // Without a usable name the rest of its row is judged all the same.
        var name = name(line, "question", ask.type() == QuestionType.NOTE).orElse("_");
        var path = open.element().pathOf(name);
        open.element().add(new QuestionReader(line, ask, lists, faults).read(path));
    }

    // So that what refers to the row is not told to refer to nothing, which is true only as long as its type is wrong.
    private void standIn(Line line) {
        if (Names.isValid(line.words("name"))) {
            ask(line, new TypeCell.Ask(QuestionType.TEXT, "", false));
        }
    }

    private void begin(Line line, TypeCell.Kind kind) {
        // Without a usable name the group is still opened, so that its end and its questions are judged rightly.
        var name = name(line, kind.word(), false).orElse("_");
        if (kind == TypeCell.Kind.GROUP && !line.text("repeat_count").isEmpty()) {
            faults.add(line.fault(Rule.COUNT_OUTSIDE_REPEAT, "repeat_count", name));
        }
        QuestionReader.tellMeaningless(line, kind.word(), faults);
        if (open.size() == MAX_DEPTH + 1) {
            faults.add(line.fault(Rule.TOO_DEEP, "type", name, MAX_DEPTH + ""));
        }
        open.push(open.element().begin(kind, line, name));
    }

    private void end(Line line, TypeCell.Kind kind) {
        var frame = open.element();
        if (frame.is(kind)) {
            close();
            return;
        }
        var type = line.words("type");
        if (frame.isRoot()) {
            faults.add(line.fault(Rule.UNMATCHED_END, "type", type, "nothing is open. Remove the row"));
            return;
        }
        var begun = frame.kind().word() + " ‹" + nameOf(frame) + "› of row "
                + frame.line().number();
        faults.add(line.fault(
                Rule.UNMATCHED_END,
                "type",
                type,
                "what is open is the " + begun + ". Write ‹end " + frame.kind().word() + "›, or end what was begun in"
                        + " between"));
        // Closing it as if it had been ended rightly keeps one slip from becoming a fault in every later row.
        close();
    }

    private void close() {
        var frame = open.pop();
        if (open.size() > MAX_DEPTH) {
            // Told when it was begun; laid flat, so that no later step walks deeper than it may.
            frame.items().forEach(open.element()::add);
        } else if (frame.items().isEmpty()) {
            faults.add(frame.line().fault(Rule.EMPTY_GROUP, "type", nameOf(frame)));
        } else {
            open.element().add(frame.end());
        }
    }

    private Optional<String> name(Line line, String what, boolean mayBeMade) {
        var name = line.words("name");
        if (name.isEmpty() && mayBeMade) {
            name = "note_row_" + line.number();
        }
        if (name.isEmpty()) {
            faults.add(line.fault(Rule.MISSING_NAME, "name", what));
            return Optional.empty();
        }
        if (!Names.isValid(name)) {
            faults.add(line.fault(Rule.INVALID_NAME, "name", name, Names.suggest(name, what + "_" + line.number())));
            return Optional.empty();
        }
        if (Names.isReserved(name)) {
            faults.add(line.fault(Rule.RESERVED_NAME, "name", name));
        }
        var twin = open.element().claim(name, line.number());
        if (twin.isPresent()) {
            faults.add(line.fault(Rule.DUPLICATE_NAME, "name", name, twin.get() + ""));
        }
        return Optional.of(name);
    }

    private static String nameOf(Frame frame) {
        return frame.line().words("name");
    }

    private static String adviceOn(String type) {
        var whole = Nearest.find(type, TypeNames.suggested());
        var first = type.split(" ")[0];
        return whole.or(() -> Nearest.find(first, TypeNames.suggested()))
                .map(w -> "Did you mean ‹" + w + "›?")
                .orElse(
                        "Types are text, integer, decimal, date, select_one, select_multiple, geopoint, image and others.");
    }
}
