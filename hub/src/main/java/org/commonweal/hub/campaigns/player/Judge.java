package org.commonweal.hub.campaigns.player;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.model.instance.utils.DefaultAnswerResolver;

/** One form, given one instance after another. For one thread. */
final class Judge {
    // What JavaRosa itself reads an instance with.
    private static final DefaultAnswerResolver READER = new DefaultAnswerResolver();

    private final FormDef form;
    private final TreeElement blank;
    private final Map<String, Question> selects = new HashMap<>();
    private final Map<String, Set<String>> offered = new HashMap<>();

    Judge(FormDef form, Form drawn) {
        this.form = form;
        this.blank = form.getMainInstance().getRoot().deepCopy(true);
        drawn.listQuestions().stream().filter(Judge::isSelect).forEach(question -> {
            String path = question.path().substring(Form.ROOT.length() + 2);
            selects.put(path, question);
            offered.put(
                    path,
                    drawn.getChoices(question.list()).stream().map(Choice::name).collect(Collectors.toSet()));
        });
    }

    private static boolean isSelect(Question question) {
        return question.type() == QuestionType.SELECT_ONE || question.type() == QuestionType.SELECT_MULTIPLE;
    }

    /** The paths of the answers that the form does not take. */
    Set<String> listBroken(FormRules.Came came) {
        Given given = Given.of(came.answers(), blank);
        Set<String> broken = new TreeSet<>(given.left());
        takeOut(given.root(), blank, "", broken);
        TreeElement filled = blank.deepCopy(true);
        filled.populate(given.root(), form);
        // JavaRosa takes what is missing in an instance for what does not apply; whether it does is the form's to say.
        apply(filled);
        form.getMainInstance().setRoot(filled);
        form.initialize(false, new InstanceInitializationFactory());
        check(filled, given.paths(), broken);
        if (came.filled()) require(filled, broken);
        return broken;
    }

    private static void apply(TreeElement element) {
        element.setRelevant(true);
        for (int i = 0; i < element.getNumChildren(); i++) apply(element.getChildAt(i));
    }

    // A question that was out of bounds has an answer, though not one that the form takes.
    private static void require(TreeElement element, Set<String> broken) {
        if (element.getMult() < 0 || !element.isRelevant()) return;
        for (int i = 0; i < element.getNumChildren(); i++) require(element.getChildAt(i), broken);
        if (element.isLeaf() && element.isRequired() && element.getValue() == null) broken.add(path(element.getRef()));
    }

    // What is not of its question's kind would keep JavaRosa from taking the rest.
    private void takeOut(TreeElement came, TreeElement asked, String around, Set<String> broken) {
        for (int i = came.getNumChildren() - 1; i >= 0; i--) {
            TreeElement child = came.getChildAt(i);
            String path = around.isEmpty() ? child.getName() : around + "/" + child.getName();
            TreeElement question = Given.find(asked, child.getName());
            if (question == null) continue;
            takeOut(child, question, path, broken);
            if (child.getValue() == null || isOfItsKind(child, question, path)) continue;
            broken.add(path);
            came.removeChildAt(i);
        }
    }

    private boolean isOfItsKind(TreeElement child, TreeElement asked, String path) {
        String answer = child.getValue().uncast().getString().strip();
        Question select = selects.get(path);
        if (select != null) return isOffered(select, answer, offered.getOrDefault(path, Set.of()));
        try {
            IAnswerData read = READER.resolveAnswer(answer, asked, form);
            return read != null && !(read instanceof GeoPointData point && !isOnEarth(point));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    // As in the player: JavaRosa takes any two numbers.
    private static boolean isOnEarth(GeoPointData point) {
        return Math.abs(point.getPart(0)) <= 90 && Math.abs(point.getPart(1)) <= 180;
    }

    // Choices that come from a file are not known here.
    private static boolean isOffered(Question select, String answer, Set<String> choices) {
        if (choices.isEmpty()) return true;
        return select.type() == QuestionType.SELECT_ONE
                ? choices.contains(answer)
                : choices.containsAll(Arrays.asList(answer.split("\\s+")));
    }

    private void check(TreeElement element, Set<String> came, Set<String> broken) {
        if (element.getMult() < 0) return;
        for (int i = 0; i < element.getNumChildren(); i++) check(element.getChildAt(i), came, broken);
        IAnswerData answer = element.getValue();
        String path = path(element.getRef());
        if (answer != null && came.contains(path) && !takes(element, answer)) broken.add(path);
    }

    // As in the player: an answer with which the form can't work is not taken.
    private boolean takes(TreeElement question, IAnswerData answer) {
        if (!question.isRelevant()) return false;
        if (question.getConstraint() == null) return true;
        try {
            return form.evaluateConstraint(question.getRef(), answer);
        } catch (RuntimeException failing) {
            if (!FailingExpression.is(failing)) throw failing;
            return false;
        }
    }

    private static String path(TreeReference question) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < question.size(); i++) {
            if (i > 1) path.append('/');
            path.append(question.getName(i));
        }
        return path.toString();
    }
}
