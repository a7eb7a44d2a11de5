package org.commonweal.xlsform.writing;

import java.util.List;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.References;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Node;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Repeat;
import org.commonweal.xlsform.form.Text;

/** Writes what people see, in order («Body elements»). */
final class Body {

    private final Form form;
    private final Paths paths;
    private final Words words;
    private final RepeatCounts counts;
    private final Instances instances;

    Body(Form form, Paths paths, Words words, RepeatCounts counts, Instances instances) {
        this.form = form;
        this.paths = paths;
        this.words = words;
        this.counts = counts;
        this.instances = instances;
    }

    Element write() {
        return addItems(new Element("h:body").withAny("class", form.style()), form.items());
    }

    private Element addItems(Element parent, List<Item> items) {
        for (var item : items) {
            switch (item) {
                case Question q when q.isShown() -> parent.add(question(q));
                case Question q -> {}
                case Group g ->
                    parent.add(addItems(
                            section(g.node()).withAny("appearance", g.node().appearance()), g.items()));
                case Repeat r -> parent.add(section(r.node()).add(repeat(r)));
            }
        }
        return parent;
    }

    private Element section(Node node) {
        var group = new Element("group").with("ref", node.path());
        return node.label().isEmpty() ? group : group.add(label(node));
    }

    private Element repeat(Repeat repeat) {
        var element = new Element("repeat")
                .with("nodeset", repeat.path())
                .withAny("appearance", repeat.node().appearance())
                .withAny("jr:count", counts.attribute(repeat, paths));
        return addItems(element, repeat.items()).addAll(new Defaults(paths).inRepeat(repeat));
    }

    private Element question(Question question) {
        var path = question.path();
        var control = new Element(question.type().control().element())
                .with("ref", path)
                .withAny("appearance", question.node().appearance())
                .withAny("mediatype", question.type().mediaType());
        if (question.type() == QuestionType.RANGE) {
            List.of("end", "start", "step")
                    .forEach(name -> control.with(name, question.parameters().get(name)));
        }
        control.add(label(question.node()));
        if (!question.hint().isEmpty()) {
            control.add(words.element("hint", question.hint(), path + ":hint", path));
        }
        return question.type().isSelect() ? control.add(itemset(question)) : control;
    }

    // A question that was given no words is shown by its name, and not as an empty space.
    private Element label(Node node) {
        var text = node.label().isEmpty() ? Text.of(node.name()) : node.label();
        return words.element("label", text, node.path() + ":label", node.path());
    }

    private Element itemset(Question question) {
        return new Element("itemset")
                .with("nodeset", nodeset(question))
                .add(new Element("value").with("ref", "name"))
                .add(new Element("label").with("ref", instances.labelRef(question.list())));
    }

    private String nodeset(Question question) {
        var items = "instance('" + question.list() + "')/root/item";
        if (!question.choiceFilter().isEmpty()) {
            items += "[" + paths.substituteInFilter(question.choiceFilter(), question.path()) + "]";
        }
        var parameters = question.parameters();
        if (!Boolean.parseBoolean(parameters.get("randomize"))) {
            return items;
        }
        var seed = parameters.getOrDefault("seed", "");
        var from = References.hasAny(seed) ? paths.substitute(seed, question.path()) : seed;
        return "randomize(" + items + (from.isEmpty() ? ")" : ", " + from + ")");
    }
}
