package org.commonweal.xlsform.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Repeat;

/** Writes the {@code bind} of each node: its type, and the expressions it lives by («Bindings»). */
final class Binds {

    private static final String META = "/" + Form.ROOT + "/orx:meta";

    private final Form form;
    private final Paths paths;
    private final Words words;
    private final RepeatCounts counts;

    Binds(Form form, Paths paths, Words words, RepeatCounts counts) {
        this.form = form;
        this.paths = paths;
        this.words = words;
        this.counts = counts;
    }

    List<Element> all() {
        var binds = new ArrayList<Element>();
        for (var item : form.listItems()) {
            switch (item) {
                case Question q -> binds.add(question(q));
                case Repeat r -> {
                    addCount(r, binds);
                    addSection(r, binds);
                }
                default -> addSection(item, binds);
            }
        }
        binds.add(new Element("bind")
                .with("nodeset", META + "/orx:instanceID")
                .with("type", "string")
                .with("readonly", "true()")
                .with("jr:preload", "uid"));
        if (!form.instanceName().isEmpty()) {
            var path = META + "/orx:instanceName";
            binds.add(new Element("bind")
                    .with("nodeset", path)
                    .with("type", "string")
                    .with("calculate", paths.substitute(form.instanceName(), path)));
        }
        return binds;
    }

    private Element question(Question question) {
        var path = question.path();
        var checks = question.checks();
        var readOnly = question.type() == QuestionType.NOTE
                ? "true()"
                : question.node().readOnly();
        var bind = new Element("bind")
                .with("nodeset", path)
                .with("type", dataType(question))
                .withAny("readonly", expression(readOnly, path))
                .withAny("required", expression(checks.required(), path))
                .withAny("jr:requiredMsg", words.attribute(checks.requiredMessage(), path + ":jr:requiredMsg", path))
                .withAny("relevant", expression(question.node().relevant(), path))
                .withAny("constraint", expression(checks.constraint(), path))
                .withAny(
                        "jr:constraintMsg",
                        words.attribute(checks.constraintMessage(), path + ":jr:constraintMsg", path))
                .withAny("calculate", expression(question.calculation(), path));
        return withPreload(bind, question.type());
    }

    private static Element withPreload(Element bind, QuestionType type) {
        if (!type.isMetadata()) {
            return bind;
        }
        var preload = type.preload().split(" ");
        return bind.with("jr:preload", preload[0]).with("jr:preloadParams", preload[1]);
    }

    private void addSection(Item item, List<Element> binds) {
        var node = item.node();
        if (!node.relevant().isEmpty() || !node.readOnly().isEmpty()) {
            binds.add(new Element("bind")
                    .with("nodeset", node.path())
                    .withAny("readonly", expression(node.readOnly(), node.path()))
                    .withAny("relevant", expression(node.relevant(), node.path())));
        }
    }

    private void addCount(Repeat repeat, List<Element> binds) {
        var node = counts.node(repeat);
        if (!node.isEmpty()) {
            binds.add(new Element("bind")
                    .with("nodeset", node)
                    .with("type", "string")
                    .with("readonly", "true()")
                    .with("calculate", expression(repeat.count(), node)));
        }
    }

    private static String dataType(Question question) {
        var type = question.type();
        var hasFraction = Stream.of("start", "end", "step")
                .anyMatch(name -> question.parameters().getOrDefault(name, "").contains("."));
        return type == QuestionType.RANGE && hasFraction ? "decimal" : type.dataType();
    }

    private String expression(String expression, String context) {
        return paths.substitute(expression, context);
    }
}
