package org.commonweal.xlsform.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.References;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Text;

/**
 * Puts words into the form: in place when there is one unnamed language, else by reference into {@code itext} («Languages»
 * in the specification), where every language says something for every text.
 */
final class Words {

    private record Entry(Text text, String context) {}

    private final List<Language> languages;
    private final Paths paths;
    private final Map<String, Entry> itext = new LinkedHashMap<>();

    Words(List<Language> languages, Paths paths) {
        this.languages = languages;
        this.paths = paths;
    }

    /**
     * A label or hint.
     *
     * @param id unique in the form, for {@code itext}
     * @param context path of the item it belongs to
     */
    Element element(String name, Text text, String id, String context) {
        var element = new Element(name);
        if (isPlain()) {
            return fill(element, text.best(Language.DEFAULT), context);
        }
        return element.with("ref", reference(text, id, context));
    }

    /** A message that stands in an attribute, where no answers can be shown in place; empty for none. */
    String attribute(Text text, String id, String context) {
        if (text.isEmpty()) {
            return "";
        }
        var words = text.best(Language.DEFAULT);
        return isPlain() && !References.hasAny(words) ? words : reference(text, id, context);
    }

    /** Whether the labels of a choice list can stand in place as mere characters. */
    boolean areMere(List<Choice> choices) {
        return isPlain()
                && choices.stream().noneMatch(c -> References.hasAny(c.label().best()));
    }

    /** Files a text under its id. */
    void file(Text text, String id, String context) {
        itext.put(id, new Entry(text, context));
    }

    /** The {@code itext} element with all that was filed, or nothing. */
    List<Element> itext() {
        if (itext.isEmpty()) {
            return List.of();
        }
        var element = new Element("itext");
        for (var language : languages) {
            element.add(translation(language));
        }
        return List.of(element);
    }

    private Element translation(Language language) {
        var translation = new Element("translation").with("lang", language.name());
        if (language.equals(languages.getFirst())) {
            translation.with("default", "true()");
        }
        itext.forEach((id, entry) -> {
            var words = entry.text.best(language.name(), languages.getFirst().name());
            translation.add(new Element("text").with("id", id).add(fill(new Element("value"), words, entry.context)));
        });
        return translation;
    }

    private String reference(Text text, String id, String context) {
        file(text, id, context);
        return "jr:itext('" + id + "')";
    }

    private boolean isPlain() {
        return languages.equals(List.of(new Language(Language.DEFAULT)));
    }

    private Element fill(Element element, String words, String context) {
        var from = 0;
        for (var match : References.matches(words)) {
            element.text(words.substring(from, match.start()));
            element.add(new Element("output").with("value", " " + paths.path(References.name(match), context) + " "));
            from = match.end();
        }
        return from < words.length() ? element.text(words.substring(from)) : element;
    }
}
