package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.jspecify.annotations.Nullable;

/** All that is wrong with the answers of a page, in the form's own words where it has some. */
final class Checks {
    private static final int LABEL_LENGTH = 80;

    private final Page page;
    private final FormDef form;
    private final Filling filling;
    private final Map<String, Draft.Unread> unread;

    Checks(Page page, Filling filling) {
        this.page = page;
        this.form = filling.form().def();
        this.filling = filling;
        this.unread = filling.unread();
    }

    Faults of(Screen screen) {
        return of(screen, question -> true);
    }

    /** The same, but silent about what has no answer: nobody may have seen the question yet. */
    Faults ofAnswered(Screen screen) {
        return of(
                screen,
                question ->
                        unread.containsKey(question.name()) || question.prompt().getAnswerValue() != null);
    }

    /** What nobody could see on the page otherwise: that a file is not here, or another answer in another tab. */
    Faults standing(Screen screen) {
        return of(
                screen,
                question ->
                        unread.containsKey(question.name()) && (question.kind().isFile() || filling.isOpen(question)));
    }

    private Faults of(Screen screen, Predicate<Node.Question> wanted) {
        Faults faults = Faults.none();
        screen.nodes().forEach(node -> collect(node, List.of(), wanted, faults));
        return faults;
    }

    private void collect(Node node, List<String> around, Predicate<Node.Question> wanted, Faults faults) {
        switch (node) {
            case Node.Question question
            when wanted.test(question) -> {
                String fault = find(question);
                if (fault != null) faults.add(question.name(), fault, named(question, fault, around));
            }
            case Node.Group group -> {
                List<String> within = group.isRepetition() ? also(around, Blocks.title(page, group)) : around;
                group.nodes().forEach(inner -> collect(inner, within, wanted, faults));
            }
            default -> {}
        }
    }

    private static List<String> also(List<String> around, String title) {
        return Stream.concat(around.stream(), Stream.of(cut(title))).toList();
    }

    // As far as the fault's own words do not tell it; the consent is alone on its page.
    private String named(Node.Question question, String fault, List<String> around) {
        String label = label(question);
        boolean told = Screen.isConsent(question.name()) || fault.contains(label);
        return String.join(" · ", told ? around : also(around, label));
    }

    private @Nullable String find(Node.Question question) {
        Draft.Unread typed = unread.get(question.name());
        if (typed != null && filling.isOpen(question)) return elsewhere(question);
        if (typed != null)
            return page.t(
                    "campaigns.player.fault." + typed.fault(),
                    Cast.LONGEST_TEXT,
                    Repetitions.MOST,
                    Sent.LARGEST_FILE / 1_000_000);
        if (!question.isAsked()) return null;
        IAnswerData answer = question.prompt().getAnswerValue();
        if (answer == null) return question.prompt().isRequired() ? required(question) : null;
        try {
            if (form.evaluateConstraint(question.index().getReference(), answer)) return null;
        } catch (RuntimeException failing) {
            if (!FailingExpression.is(failing)) throw failing;
            return page.t("campaigns.player.fault.expression");
        }
        String own = question.prompt().getConstraintText(answer);
        return own == null || own.isBlank() ? page.t("campaigns.player.fault.constraint", label(question)) : own;
    }

    private String elsewhere(Node.Question question) {
        String other = cut(filling.readable(question));
        return other.isEmpty()
                ? page.t("campaigns.player.fault.elsewhere-none")
                : page.t("campaigns.player.fault.elsewhere", other);
    }

    private String required(Node.Question question) {
        if (Screen.isConsent(question.name())) return page.t("campaigns.player.fault.consent");
        String own = requiredMessage(question);
        return own.isBlank() ? page.t("campaigns.player.fault.required", label(question)) : own;
    }

    private String label(Node.Question question) {
        return cut(Labels.of(question.prompt()));
    }

    private static String cut(String label) {
        return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH) + "…";
    }

    // JavaRosa keeps the attribute and leaves reading it to the client: an XPath such as jr:itext('…'), or mere words.
    private String requiredMessage(Node.Question question) {
        String attribute = question.prompt().getBindAttributes().stream()
                .filter(one -> one.getName().equals("requiredMsg")
                        && XFormParser.NAMESPACE_JAVAROSA.equals(one.getNamespace()))
                .map(TreeElement::getAttributeValue)
                .findFirst()
                .orElse("");
        if (!attribute.startsWith("jr:itext(")) return attribute;
        try {
            XPathExpression expression = XPathParseTool.parseXPath("string(" + attribute + ")");
            TreeReference at = question.index().getReference();
            EvaluationContext context = new EvaluationContext(form.getEvaluationContext(), at);
            return String.valueOf(expression.eval(form.getMainInstance(), context));
        } catch (XPathSyntaxException words) {
            return attribute;
        }
    }
}
