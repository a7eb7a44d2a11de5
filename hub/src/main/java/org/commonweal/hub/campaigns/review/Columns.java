package org.commonweal.hub.campaigns.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Words;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.springframework.stereotype.Component;

/** The questions of a campaign's forms, the newest version first, each once. */
@Component
class Columns {
    private final Forms forms;
    private final FormModels models;
    private final Words words;

    Columns(Forms forms, FormModels models, Words words) {
        this.forms = forms;
        this.models = models;
        this.words = words;
    }

    List<Column> listFor(UUID campaign, String language) {
        return list(forms.listIds(campaign), language);
    }

    /** The same without the versions that nobody answered, such as those from before it opened. */
    List<Column> listAnswered(UUID campaign, String language) {
        return list(forms.listAnswered(campaign), language);
    }

    private List<Column> list(List<UUID> versions, String language) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (UUID version : versions) {
            Form form = models.get(version);
            for (Question question : form.listQuestions()) {
                Column column = column(form, question, language);
                if (isAnswered(question)) columns.putIfAbsent(column.path(), column);
            }
        }
        return List.copyOf(columns.values());
    }

    static Optional<Column> find(List<Column> columns, String path) {
        return columns.stream().filter(column -> column.path().equals(path)).findFirst();
    }

    private static boolean isAnswered(Question question) {
        return switch (question.type()) {
            case NOTE, ACKNOWLEDGE -> false;
            default -> true;
        };
    }

    private Column column(Form form, Question question, String language) {
        List<Column.Choice> choices = question.list().isEmpty()
                ? List.of()
                : form.getChoices(question.list()).stream()
                        .map(choice -> new Column.Choice(
                                choice.name(),
                                choice.label().isEmpty()
                                        ? choice.name()
                                        : choice.label().best(language, "en"),
                                choice.label().byLanguage().values()))
                        .toList();
        return new Column(
                question.path().substring(Form.ROOT.length() + 2), label(question, language), question.type(), choices);
    }

    // What a client notes by itself seldom has words in the form, and its name there, «end», says little.
    private String label(Question question, String language) {
        if (!question.label().isEmpty()) return question.label().best(language, "en");
        if (!question.type().isMetadata()) return question.name();
        String type = question.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.say(Locale.forLanguageTag(language), "campaigns.review.noted." + type);
    }
}
