package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.stream.Stream;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Text;

/** A form as whoever agrees to it reads it: all words that people see, in each language, and what goes along unseen. */
final class Reading {
    private final Form form;
    private final String language;

    private Reading(Form form, Language language) {
        this.form = form;
        this.language = language.name();
    }

    static List<ApprovalsView.Asking> list(Form form, String reader) {
        Stream<Language> own = form.languages().stream().filter(language -> language.answersTo(reader));
        return Stream.concat(own, form.languages().stream())
                .distinct()
                .map(language -> new ApprovalsView.Asking(
                        language.name().equals(Language.DEFAULT) ? "" : language.name(),
                        new Reading(form, language).lines()))
                .toList();
    }

    /** What nobody is shown: a value that is computed or fixed, and what the client notes by itself. */
    static List<String> listUnasked(Form form) {
        return form.listQuestions().stream()
                .filter(question -> !question.isShown())
                .map(Reading::unasked)
                .toList();
    }

    private static String unasked(Question question) {
        String value = question.calculation().isEmpty() ? question.defaultValue() : question.calculation();
        String type = question.type().preload();
        return question.name() + (value.isEmpty() ? "" : " = " + value) + (type.isEmpty() ? "" : " (" + type + ")");
    }

    private List<ApprovalsView.Line> lines() {
        return form.listItems().stream()
                .filter(item -> item instanceof Question question
                        ? question.isShown()
                        : !item.label().isEmpty())
                .map(this::line)
                .toList();
    }

    private ApprovalsView.Line line(Item item) {
        String words = item.label().isEmpty() ? item.name() : in(item.label());
        if (!(item instanceof Question question)) return new ApprovalsView.Line(words, "", "", List.of(), List.of());
        List<String> refusals = Stream.of(
                        question.checks().constraintMessage(), question.checks().requiredMessage())
                .filter(text -> !text.isEmpty())
                .map(this::in)
                .toList();
        return new ApprovalsView.Line(words, in(question.hint()), prefilled(question), answers(question), refusals);
    }

    private static String prefilled(Question question) {
        return question.calculation().isEmpty() ? question.defaultValue() : question.calculation();
    }

    private List<String> answers(Question question) {
        if (!question.type().isSelect()) return List.of();
        return form.getChoices(question.list()).stream().map(this::label).toList();
    }

    private String label(Choice choice) {
        return choice.label().isEmpty() ? choice.name() : in(choice.label());
    }

    private String in(Text text) {
        return text.best(language);
    }
}
