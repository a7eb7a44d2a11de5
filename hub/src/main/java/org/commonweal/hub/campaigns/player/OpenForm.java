package org.commonweal.hub.campaigns.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.commonweal.xlsform.form.Language;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.jspecify.annotations.Nullable;

/** A form with its answers, as one request holds it. For one thread. */
final class OpenForm {
    private final FormDef def;
    private final FormEntryController controller;
    private final Screens screens;

    OpenForm(FormDef def) {
        this.def = def;
        this.controller = new FormEntryController(new FormEntryModel(def));
        this.screens = Screens.of(def);
    }

    FormDef def() {
        return def;
    }

    FormEntryController controller() {
        return controller;
    }

    /** The languages it is written in, empty when it names none. */
    List<Language> languages() {
        String[] names = controller.getModel().getLanguages();
        return names == null
                ? List.of()
                : Arrays.stream(names).map(Language::new).toList();
    }

    void speak(Language language) {
        controller.setLanguage(language.name());
    }

    /**
     * The pages on which anything is asked now. A draft is kept only after this went well, so that it can be opened again.
     *
     * @throws Repetitions.TooManyException when the form repeats without an end
     */
    List<Screen> screens() {
        List<Node> asked = Walk.of(this);
        // Those hidden now come on top: by showing some at a time they could become as many as one likes.
        Repetitions.require(Repetitions.countMade(def.getMainInstance().getRoot()));
        return screens.fill(asked);
    }

    /**
     * Notes an answer whether or not it is allowed; what follows from it is computed at once.
     *
     * @throws Repetitions.TooManyException when a count becomes too large with it; it is noted nevertheless
     */
    void answer(FormIndex question, @Nullable IAnswerData answer) {
        controller.saveAnswer(question, answer, true);
        Repetitions.require(Repetitions.countWanted(def));
    }

    void add(Node.More more) {
        controller.newRepeat(more.index());
    }

    void remove(Node.Group repetition) {
        controller.deleteRepeat(repetition.index());
    }

    /** All answers, also those to questions that do not apply now, so that they are there again when they do. */
    String draft() {
        return serialise(new XFormSerializingVisitor(false));
    }

    /** The instance as it is sent: its end noted, only what applies. */
    String submission() {
        def.postProcessInstance();
        return serialise(new XFormSerializingVisitor());
    }

    private String serialise(XFormSerializingVisitor visitor) {
        try {
            return new String(visitor.serializeInstance(def.getMainInstance()), StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
