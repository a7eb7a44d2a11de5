package org.commonweal.xlsform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.commonweal.xlsform.form.Form;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormAnswerDataParser;

/**
 * Somebody who fills a form, through JavaRosa as ODK Collect does.
 *
 * <p>Paths are as in submissions, with a position from the second repetition on: {@code /data/member[2]/age}.
 */
public final class Filling {

    // Parsing is not safe for several threads at once (getodk/javarosa#856).
    private static final ReentrantLock PARSING = new ReentrantLock();

    static {
        new XFormsModule().registerModule();
        PropertyManager.setPropertyManager(new ClientProperties());
    }

    private final FormDef def;
    private final FormEntryController controller;

    private Filling(FormDef def) {
        this.def = def;
        def.initialize(true, new InstanceInitializationFactory());
        this.controller = new FormEntryController(new FormEntryModel(def));
    }

    public static Filling of(String drawing) {
        return of(Drawing.form(drawing));
    }

    public static Filling of(Form form) {
        return ofXml(XForm.write(form));
    }

    public static Filling ofXml(String xform) {
        PARSING.lock();
        try {
            var def = new XFormParser(new StringReader(xform)).parse();
            if (!def.getParseErrors().isEmpty()) {
                throw new AssertionError(def.getParseErrors() + "\n" + xform);
            }
            return new Filling(def);
        } catch (XFormParser.ParseException | RuntimeException e) {
            throw new AssertionError("JavaRosa refuses: " + e + "\n" + xform, e);
        } finally {
            PARSING.unlock();
        }
    }

    /** Paths of all questions shown now, in order. */
    public List<String> asked() {
        return walk().stream().map(Filling::path).toList();
    }

    /** Answers, and says «ok», «required» or the constraint's message. */
    public String answer(String path, String value) {
        var index = index(path);
        var data = value.isEmpty() ? null : new UncastData(value);
        return switch (controller.answerQuestion(index, cast(index, data), true)) {
            case FormEntryController.ANSWER_OK -> "ok";
            case FormEntryController.ANSWER_REQUIRED_BUT_EMPTY -> "required";
            default -> "" + prompt(path).getConstraintText();
        };
    }

    /** The value at a path, whether it is shown or not; empty for none. */
    public String value(String path) {
        var node = def.getMainInstance().getRoot();
        for (var step : path.substring("/data/".length()).split("/")) {
            var position = step.endsWith("]") ? Integer.parseInt(step.replaceAll(".*\\[|]", "")) : 1;
            node = node.getChild(step.replaceAll("\\[.*", ""), position - 1);
        }
        return node.getValue() == null ? "" : node.getValue().uncast().getString();
    }

    public String label(String path) {
        return prompt(path).getLongText();
    }

    public FormEntryPrompt prompt(String path) {
        return new FormEntryPrompt(def, index(path));
    }

    /** Choices offered now: value and words. */
    public List<String> choices(String path) {
        var prompt = prompt(path);
        return prompt.getSelectChoices().stream()
                .map(c -> c.getValue() + " " + prompt.getSelectChoiceText(c))
                .toList();
    }

    public Filling in(String language) {
        controller.setLanguage(language);
        return this;
    }

    public List<String> languages() {
        return List.of(controller.getModel().getLanguages());
    }

    /** Adds a repetition, where the client would offer it. */
    public void addRepetition(String path) {
        var model = controller.getModel();
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        while (model.getEvent() != FormEntryController.EVENT_END_OF_FORM) {
            if (model.getEvent() == FormEntryController.EVENT_PROMPT_NEW_REPEAT
                    && path(model.getFormIndex()).replaceAll("\\[\\d+]$", "").equals(path)) {
                controller.newRepeat();
                return;
            }
            controller.stepToNextEvent();
        }
        throw new AssertionError("No further " + path + " is offered");
    }

    /** The submission as it would be sent. */
    public String submission() {
        def.postProcessInstance();
        try {
            return new String(
                    new XFormSerializingVisitor().serializeInstance(def.getMainInstance()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IAnswerData cast(FormIndex index, UncastData data) {
        if (data == null) {
            return null;
        }
        var prompt = new FormEntryPrompt(def, index);
        return XFormAnswerDataParser.getAnswerData(data.getString(), prompt.getDataType(), prompt.getQuestion());
    }

    private FormIndex index(String path) {
        return walk().stream()
                .filter(i -> path(i).equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not shown; shown are " + asked()));
    }

    private List<FormIndex> walk() {
        var found = new ArrayList<FormIndex>();
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        for (var event = controller.stepToNextEvent();
                event != FormEntryController.EVENT_END_OF_FORM;
                event = controller.stepToNextEvent()) {
            if (event == FormEntryController.EVENT_QUESTION) {
                found.add(controller.getModel().getFormIndex());
            }
        }
        return found;
    }

    private static String path(FormIndex index) {
        return index.getReference().toString(true).replace("[1]", "");
    }
}
