package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Digests;
import org.commonweal.xlsform.XForm;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Repeat;

/** What the hub needs to know of a form's questions; paths are without the root, such as {@code household/age}. */
final class Asked {
    private static final int ROOT_LENGTH = ("/" + Form.ROOT + "/").length();

    private Asked() {}

    /** The first question for a place. One inside a repeat has many answers, so it is not the submission's place. */
    static Optional<String> findPoint(Form form) {
        return onceAsked(form.items().stream())
                .filter(question -> question.type() == QuestionType.GEOPOINT)
                .findFirst()
                .map(Asked::path);
    }

    static List<String> listFiles(Form form) {
        return form.listQuestions().stream()
                .filter(question -> question.type().isFile())
                .map(Asked::path)
                .toList();
    }

    static boolean has(Form form, String path) {
        return onceAsked(form.items().stream())
                .anyMatch(question -> path(question).equals(path));
    }

    /**
     * The same for forms that ask the same: of all that a client is sent, without the consent, the form's id and its
     * version.
     */
    static String digest(Form form) {
        return Digests.sha256(XForm.write(form.identifiedAs("asked", "")));
    }

    private static Stream<Question> onceAsked(Stream<Item> items) {
        return items.flatMap(item -> switch (item) {
            case Question question -> Stream.of(question);
            case Group group -> onceAsked(group.items().stream());
            case Repeat repeat -> Stream.empty();
        });
    }

    private static String path(Question question) {
        return question.path().substring(ROOT_LENGTH);
    }
}
