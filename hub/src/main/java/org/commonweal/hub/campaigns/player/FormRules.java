package org.commonweal.hub.campaigns.player;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.QuestionType;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.model.instance.utils.DefaultAnswerResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which answers a form itself would not have taken. The light player and ODK Collect see to it that there are none; a
 * script, a device or a table need not.
 */
@Component
public class FormRules {
    private static final Logger LOG = LoggerFactory.getLogger(FormRules.class);

    private final FormOpener opener;
    private final FormModels models;

    FormRules(FormOpener opener, FormModels models) {
        this.opener = opener;
        this.models = models;
    }

    /**
     * @param instances documents that came for this version
     * @return for each the paths, such as {@code household/age}, of the questions with an answer that is not of their
     *     kind, none of their choices or against their constraint; empty for a document that JavaRosa can't read
     */
    public List<Set<String>> listBroken(ServedForm form, ZoneId zone, List<String> instances) {
        Judge judge = new Judge(opener.blank(form, zone), offered(models.get(form.id())));
        return instances.stream().map(instance -> judge(judge, form, instance)).toList();
    }

    private static Set<String> judge(Judge judge, ServedForm form, String instance) {
        try {
            return instance.isBlank() ? Set.of() : judge.listBroken(FormOpener.read(instance));
        } catch (IOException | RuntimeException unreadable) {
            // Whatever somebody sends must not keep the others from being looked at. Its message may quote answers.
            LOG.warn("An answer to form {} can't be judged: {}", form.id(), unreadable.getClass());
            return Set.of();
        }
    }

    // Choices that come from a file are not known here.
    private static Map<String, Set<String>> offered(Form form) {
        Map<String, Set<String>> offered = new HashMap<>();
        form.listQuestions().stream()
                .filter(question -> isChosen(question.type())
                        && !form.getChoices(question.list()).isEmpty())
                .forEach(question -> offered.put(
                        question.path().substring(Form.ROOT.length() + 2),
                        form.getChoices(question.list()).stream()
                                .map(Choice::name)
                                .collect(Collectors.toSet())));
        return offered;
    }

    private static boolean isChosen(QuestionType type) {
        return type == QuestionType.SELECT_ONE || type == QuestionType.SELECT_MULTIPLE;
    }

    // What JavaRosa itself reads an instance with.
    private static final DefaultAnswerResolver READER = new DefaultAnswerResolver();

    /** One form, given one instance after another. For one thread. */
    private static final class Judge {
        private final FormDef form;
        private final TreeElement blank;
        private final Map<String, Set<String>> offered;

        Judge(FormDef form, Map<String, Set<String>> offered) {
            this.form = form;
            this.blank = form.getMainInstance().getRoot().deepCopy(true);
            this.offered = offered;
        }

        Set<String> listBroken(TreeElement came) {
            Repetitions.require(Repetitions.countMade(came));
            Set<String> broken = new TreeSet<>();
            agree(came);
            takeOut(came, blank, "", broken);
            TreeElement filled = blank.deepCopy(true);
            filled.populate(came, form);
            form.getMainInstance().setRoot(filled);
            form.initialize(false, new InstanceInitializationFactory());
            check(filled, broken);
            return broken;
        }

        // Without it nothing else applies; who has agreed is asked elsewhere, and of a device or a table never.
        private static void agree(TreeElement came) {
            TreeElement consent = child(came, Consent.GROUP);
            child(consent, "agreed").setValue(new StringData(Consent.AGREED));
        }

        private static TreeElement child(TreeElement parent, String name) {
            TreeElement child = parent.getChild(name, 0);
            if (child != null) return child;
            TreeElement added = new TreeElement(name, 0);
            parent.addChild(added);
            return added;
        }

        // What is not of its question's kind would keep JavaRosa from taking the rest.
        private void takeOut(TreeElement came, TreeElement asked, String path, Set<String> broken) {
            for (int i = 0; i < came.getNumChildren(); i++) {
                TreeElement child = came.getChildAt(i);
                TreeElement question = asked.getChild(child.getName(), 0);
                if (question == null) question = asked.getChild(child.getName(), TreeReference.INDEX_TEMPLATE);
                if (question == null) continue;
                String name = path.isEmpty() ? child.getName() : path + "/" + child.getName();
                takeOut(child, question, name, broken);
                if (child.getValue() == null || isOfItsKind(child, question, name)) continue;
                broken.add(name);
                child.setValue(null);
            }
        }

        private boolean isOfItsKind(TreeElement child, TreeElement question, String path) {
            String answer = child.getValue().uncast().getString();
            if (answer == null || answer.isBlank()) return true;
            Set<String> choices = offered.get(path);
            if (choices != null)
                return choices.contains(answer)
                        || choices.containsAll(Arrays.asList(answer.strip().split("\\s+")));
            try {
                return READER.resolveAnswer(answer, question, form) != null;
            } catch (RuntimeException unreadable) {
                return false;
            }
        }

        private void check(TreeElement element, Set<String> broken) {
            if (!element.isRelevant() || element.getMult() < 0) return;
            for (int i = 0; i < element.getNumChildren(); i++) check(element.getChildAt(i), broken);
            IAnswerData answer = element.getValue();
            if (answer != null && element.getConstraint() != null && !allows(element.getRef(), answer))
                broken.add(path(element.getRef()));
        }

        // Where the author's expression fails, the answer is not to blame.
        private boolean allows(TreeReference question, IAnswerData answer) {
            try {
                return form.evaluateConstraint(question, answer);
            } catch (RuntimeException failing) {
                if (!FailingExpression.is(failing)) throw failing;
                return true;
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
}
