package org.commonweal.xlsform.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Repeat;
import org.commonweal.xlsform.form.Text;

/** Writes the empty submission («Primary instance») and one secondary instance for each choice list. */
final class Instances {

    /** The element of a choice that says where its words are in {@code itext}. */
    private static final String ITEXT_ID = "itextId";

    private final Form form;
    private final Words words;
    private final RepeatCounts counts;
    private final Set<String> inItext = new HashSet<>();

    Instances(Form form, Words words, RepeatCounts counts) {
        this.form = form;
        this.words = words;
        this.counts = counts;
    }

    Element primary() {
        var data = new Element(Form.ROOT)
                .with("id", form.identity().id())
                .with("version", form.identity().version())
                .addAll(nodes(form.items(), true));
        var meta = new Element("orx:meta").add(new Element("orx:instanceID"));
        if (!form.instanceName().isEmpty()) {
            meta.add(new Element("orx:instanceName"));
        }
        return new Element("instance").add(data.add(meta));
    }

    List<Element> choices() {
        var instances = new ArrayList<Element>();
        form.choices().forEach((list, choices) -> {
            var root = new Element("root");
            var inPlace = words.areMere(choices);
            if (!inPlace) {
                inItext.add(list);
            }
            for (var i = 0; i < choices.size(); i++) {
                root.add(choice(choices.get(i), inPlace, list + "-" + i));
            }
            instances.add(new Element("instance").with("id", list).add(root));
        });
        return instances;
    }

    /** The attribute by which the words of a choice are found; known once the choices were written. */
    String labelRef(String list) {
        return inItext.contains(list) ? "jr:itext(" + ITEXT_ID + ")" : "label";
    }

    private List<Element> nodes(List<Item> items, boolean withTemplates) {
        var nodes = new ArrayList<Element>();
        for (var item : items) {
            switch (item) {
                case Question q -> nodes.add(question(q));
                case Group g -> nodes.add(new Element(g.name()).addAll(nodes(g.items(), withTemplates)));
                case Repeat r -> nodes.addAll(repeat(r, withTemplates));
            }
        }
        return nodes;
    }

    private Element question(Question question) {
        var element = new Element(question.name());
        var value = question.defaultIsDynamic() ? "" : question.defaultValue();
        return value.isEmpty() ? element : element.text(value);
    }

    // The template is what every further repetition is copied from; the second element is the first repetition itself.
    private List<Element> repeat(Repeat repeat, boolean withTemplate) {
        var nodes = new ArrayList<Element>();
        var count = counts.node(repeat);
        if (!count.isEmpty()) {
            nodes.add(new Element(count.substring(count.lastIndexOf('/') + 1)));
        }
        if (withTemplate) {
            nodes.add(new Element(repeat.name()).with("jr:template", "").addAll(nodes(repeat.items(), true)));
        }
        nodes.add(new Element(repeat.name()).addAll(nodes(repeat.items(), false)));
        return nodes;
    }

    private Element choice(Choice choice, boolean inPlace, String id) {
        var item = new Element("item");
        var label = choice.label().isEmpty() ? Text.of(choice.name()) : choice.label();
        if (inPlace) {
            item.add(new Element("label").text(label.best()));
        } else {
            words.file(label, id, "/" + Form.ROOT);
            item.add(new Element(ITEXT_ID).text(id));
        }
        item.add(new Element("name").text(choice.name()));
        choice.columns().forEach((column, value) -> item.add(new Element(column).text(value)));
        return item;
    }
}
