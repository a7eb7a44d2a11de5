package org.commonweal.hub.campaigns.player;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Choice;
import org.javarosa.core.model.instance.TreeElement;

/** All that a filled form says, in its order: what was asked, as people read it, and what the form computed. */
final class Recap {
    private final Page page;
    private final ZoneId zone;
    private final List<TrialView.Part> parts = new ArrayList<>();
    private final List<TrialView.Row> computed = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private Recap(Page page, ZoneId zone) {
        this.page = page;
        this.zone = zone;
    }

    static Recap of(Page page, Filling filling, ZoneId zone) {
        Recap recap = new Recap(page, zone);
        for (Screen screen : filling.form().screens()) {
            recap.begin(screen.heading());
            screen.nodes().forEach(recap::add);
        }
        recap.compute(filling.form().def().getMainInstance().getRoot());
        return recap;
    }

    List<TrialView.Part> parts() {
        return parts.stream().filter(part -> !part.rows().isEmpty()).toList();
    }

    List<TrialView.Row> computed() {
        return computed;
    }

    private void begin(String title) {
        parts.add(new TrialView.Part(title, new ArrayList<>()));
    }

    private void add(Node node) {
        switch (node) {
            case Node.Question question -> ask(question);
            case Node.Group group -> {
                String around = parts.getLast().title();
                begin(Blocks.title(page, group));
                group.nodes().forEach(this::add);
                begin(around);
            }
            case Node.More more -> {}
        }
    }

    private void ask(Node.Question question) {
        if (!question.isAsked()) return;
        asked.add(question.name());
        parts.getLast().rows().add(new TrialView.Row(Labels.of(question.prompt()), answer(question)));
    }

    private String answer(Node.Question question) {
        List<String> typed = Typed.of(question, zone);
        if (typed.isEmpty()) return "";
        String first = typed.getFirst();
        return switch (question.kind()) {
            case ONE, MENU, MANY ->
                Blocks.choices(question).stream()
                        .filter(choice -> typed.contains(choice.value()))
                        .map(Choice::label)
                        .collect(Collectors.joining(" · "));
            case AGREE -> page.t("campaigns.owner.trial.agreed");
            case POINT -> first + ", " + typed.get(1);
            case DATE -> page.date(LocalDate.parse(first));
            case MOMENT -> first.replace('T', ' ');
            case IMAGE, AUDIO, VIDEO, FILE -> page.t("campaigns.owner.trial.file", first);
            default -> first;
        };
    }

    private void compute(TreeElement element) {
        if (!element.isRelevant() || element.getMult() < 0) return;
        for (int i = 0; i < element.getNumChildren(); i++) compute(element.getChildAt(i));
        if (element.getValue() == null || asked.contains(Node.name(element.getRef()))) return;
        computed.add(new TrialView.Row(
                Node.name(element.getRef()).replaceFirst("^[^:]*:", ""),
                element.getValue().uncast().getString()));
    }
}
