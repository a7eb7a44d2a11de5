package org.commonweal.xlsform.writing;

import java.util.List;
import java.util.stream.Stream;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Repeat;

/** Writes defaults that are evaluated when the form, or a further repetition, is opened («Actions», setvalue). */
final class Defaults {

    private static final String FIRST_LOAD = "odk-instance-first-load";

    private final Paths paths;

    Defaults(Paths paths) {
        this.paths = paths;
    }

    /** For the model: all that is in no repeat. */
    List<Element> inModel(Form form) {
        return of(form.items(), FIRST_LOAD);
    }

    /** For the repeat element: all that is in it, but in no repeat further in. */
    List<Element> inRepeat(Repeat repeat) {
        return of(repeat.items(), FIRST_LOAD + " odk-new-repeat");
    }

    private List<Element> of(List<Item> items, String event) {
        return items.stream()
                .flatMap(Defaults::sameRepetition)
                .filter(Question::defaultIsDynamic)
                .map(q -> new Element("setvalue")
                        .with("event", event)
                        .with("ref", q.path())
                        .with("value", paths.substitute(q.defaultValue(), q.path())))
                .toList();
    }

    private static Stream<Question> sameRepetition(Item item) {
        return switch (item) {
            case Question q -> Stream.of(q);
            case Group g -> g.items().stream().flatMap(Defaults::sameRepetition);
            case Repeat r -> Stream.of();
        };
    }
}
