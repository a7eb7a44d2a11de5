package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.stream.Stream;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryCaption;
import org.javarosa.form.api.FormEntryPrompt;

/** Something that the form shows now. */
sealed interface Node {
    FormIndex index();

    /** Its path as the name of a field: {@code data:member~2:age} for the age of the second member. */
    default String name() {
        return name(index().getReference());
    }

    /** This question, or all those within. */
    default Stream<Question> questions() {
        return switch (this) {
            case Question question -> Stream.of(question);
            case Group group -> group.nodes().stream().flatMap(Node::questions);
            case More more -> Stream.empty();
        };
    }

    /** This and all that lies within. */
    default Stream<Node> all() {
        Stream<Node> within =
                this instanceof Group group ? group.nodes().stream().flatMap(Node::all) : Stream.empty();
        return Stream.concat(Stream.of(this), within);
    }

    record Question(FormIndex index, FormEntryPrompt prompt) implements Node {
        Kind kind() {
            return Kind.of(prompt);
        }

        /** Whether it can be answered now: a list that an earlier answer has emptied can't. */
        boolean isAsked() {
            Kind kind = kind();
            return kind.isAsked()
                    && !(kind.isSelect() && prompt.getSelectChoices().isEmpty());
        }
    }

    /** A group, or one repetition of what is repeated. */
    record Group(FormIndex index, FormEntryCaption caption, List<Node> nodes) implements Node {
        boolean isRepetition() {
            return caption.getFormElement() instanceof GroupDef group && group.getRepeat();
        }

        /** Whether people say how often it is asked, and not the form. */
        boolean canBeRemoved() {
            return caption.getFormElement() instanceof GroupDef group && group.getRepeat() && group.count == null;
        }
    }

    /** The place where one more repetition can be had. */
    record More(FormIndex index, FormEntryCaption caption) implements Node {}

    static String name(TreeReference path) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            if (i > 0) name.append(':');
            name.append(path.getName(i));
            if (path.getMultiplicity(i) > 0) name.append('~').append(path.getMultiplicity(i) + 1);
        }
        return name.toString();
    }
}
