package org.commonweal.hub.campaigns.player;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.javarosa.core.model.FormIndex;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;

/** Steps through a form as a client does, over all that applies, and gives what it met as a tree. */
final class Walk {
    private final FormEntryController controller;
    private final FormEntryModel model;
    private final List<Node> roots = new ArrayList<>();
    private final Deque<Node.Group> within = new ArrayDeque<>();
    private int repetitions;

    private Walk(FormEntryController controller) {
        this.controller = controller;
        this.model = controller.getModel();
    }

    static List<Node> of(OpenForm form) {
        return new Walk(form.controller()).walk();
    }

    private List<Node> walk() {
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        for (int event = controller.stepToNextEvent();
                event != FormEntryController.EVENT_END_OF_FORM;
                event = controller.stepToNextEvent()) meet(event, model.getFormIndex());
        if (repetitions == Repetitions.MOST) takeNoMore(roots);
        return roots;
    }

    private static void takeNoMore(List<Node> nodes) {
        nodes.removeIf(Node.More.class::isInstance);
        nodes.forEach(node -> {
            if (node instanceof Node.Group group) takeNoMore(group.nodes());
        });
    }

    private void meet(int event, FormIndex index) {
        while (!within.isEmpty() && !FormIndex.isSubElement(within.peek().index(), index)) within.pop();
        switch (event) {
            case FormEntryController.EVENT_QUESTION -> add(new Node.Question(index, model.getQuestionPrompt(index)));
            case FormEntryController.EVENT_PROMPT_NEW_REPEAT ->
                add(new Node.More(index, model.getCaptionPrompt(index)));
            default -> {
                Node.Group group = new Node.Group(index, model.getCaptionPrompt(index), new ArrayList<>());
                // JavaRosa makes the next one that a count asks for when it comes to it, and not before.
                if (group.isRepetition()) Repetitions.require(++repetitions);
                add(group);
                within.push(group);
            }
        }
    }

    private void add(Node node) {
        (within.isEmpty() ? roots : within.peek().nodes()).add(node);
    }
}
