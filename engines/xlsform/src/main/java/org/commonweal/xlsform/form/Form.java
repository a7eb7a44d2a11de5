package org.commonweal.xlsform.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A form as its author drew it.
 *
 * <pre>{@code
 * for (Question q : form.listQuestions()) {
 *     out.println(q.path() + " " + q.type() + " " + q.label().best("fr", "en"));
 * }
 * form.getChoices("colours");            // the choices of a list, in order
 * form.identifiedAs("wells", "7");       // the same form under the hub's own id and version
 * }</pre>
 *
 * @param identity title, id and version
 * @param languages all languages with words in the form, the default one first; never empty
 * @param style body class for web clients ({@code pages}, {@code theme-grid}), may be empty
 * @param instanceName XPath that names a submission, with {@code ${name}} references; may be empty
 * @param items what is asked, in order
 * @param choices choice lists by name, in the order of the sheet
 */
public record Form(
        Identity identity,
        List<Language> languages,
        String style,
        String instanceName,
        List<Item> items,
        SequencedMap<String, List<Choice>> choices) {

    /** The root element of every submission; paths begin with it. */
    public static final String ROOT = "data";

    public Form {
        languages = List.copyOf(languages);
        items = List.copyOf(items);
        choices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices));
    }

    /** The same form under another id and version, as the one who serves it numbers them. */
    public Form identifiedAs(String id, String version) {
        return new Form(new Identity(identity.title(), id, version), languages, style, instanceName, items, choices);
    }

    /** The same form under another title. */
    public Form titled(String title) {
        var titled = new Identity(title, identity.id(), identity.version());
        return new Form(titled, languages, style, instanceName, items, choices);
    }

    public Language defaultLanguage() {
        return languages.getFirst();
    }

    /** All items, outer before inner, in the order of the sheet. */
    public List<Item> listItems() {
        return items.stream().flatMap(Form::withInner).toList();
    }

    /** All questions at any depth, in the order of the sheet. */
    public List<Question> listQuestions() {
        return listItems().stream()
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .toList();
    }

    /** The item at a path such as {@code /data/household/age}. */
    public Optional<Item> findItem(String path) {
        return listItems().stream().filter(i -> i.path().equals(path)).findFirst();
    }

    /**
     * The choices of a list, in the order of the sheet.
     *
     * @throws IllegalArgumentException when the form has no such list; {@code form.choices()} tells which it has
     */
    public List<Choice> getChoices(String list) {
        var found = choices.get(list);
        if (found == null) {
            throw new IllegalArgumentException("No choice list ‹" + list + "›; there are " + choices.keySet());
        }
        return found;
    }

    private static Stream<Item> withInner(Item item) {
        return switch (item) {
            case Question q -> Stream.of(q);
            case Group g -> Stream.concat(Stream.of(g), g.items().stream().flatMap(Form::withInner));
            case Repeat r -> Stream.concat(Stream.of(r), r.items().stream().flatMap(Form::withInner));
        };
    }
}
