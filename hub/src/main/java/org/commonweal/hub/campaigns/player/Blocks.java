package org.commonweal.hub.campaigns.player;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Choice;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.form.api.FormEntryCaption;

/** Draws what a page asks as pieces for the templates. */
final class Blocks {
    private final Page page;
    private final Filling filling;
    private final Campaign.Place place;

    Blocks(Page page, Filling filling, Campaign.Place place) {
        this.place = place;
        this.page = page;
        this.filling = filling;
    }

    List<Block> of(List<Node> nodes) {
        return nodes.stream().filter(Blocks::isShown).map(this::block).toList();
    }

    private static boolean isShown(Node node) {
        return !(node instanceof Node.Question question)
                || question.isAsked()
                || !question.kind().isSelect();
    }

    private Block block(Node node) {
        return switch (node) {
            case Node.Question question -> ask(question);
            case Node.Group group
            when group.isRepetition() ->
                new Block.Repetition(group.name(), title(page, group), group.canBeRemoved(), of(group.nodes()));
            case Node.Group group -> new Block.Part(group.name(), title(page, group), of(group.nodes()));
            case Node.More more -> new Block.More(more.name(), title(more), number(more) == 1);
        };
    }

    private Block.Ask ask(Node.Question question) {
        Kind kind = question.kind();
        String label = Labels.of(question.prompt());
        String hint = Labels.hint(question.prompt());
        List<Choice> choices = kind.isSelect() ? choices(question) : List.of();
        Draft.Unread unread = filling.unread().get(question.name());
        List<String> typed = filling.shown(question);
        String attached = kind.isFile() && !typed.isEmpty() ? attached(typed.getFirst()) : "";
        boolean unkept = kind.isFile() && unread != null;
        Object shown = kind == Kind.NOTE ? typed : unkept ? List.of(attached, unread.fault()) : attached;
        return new Block.Ask(
                question.name(),
                kind,
                label,
                hint,
                question.prompt().isRequired(),
                typed,
                choices,
                range(question),
                kind == Kind.POINT ? Example.at(place, page) : List.of(),
                attached,
                unkept,
                kind == Kind.IMAGE && !typed.isEmpty() && isNoPicture(typed.getFirst()),
                Screen.isConsent(question.name()),
                filling.mark(question),
                filling.elsewhere().contains(question.name()),
                Integer.toHexString(Objects.hash(
                        kind.name(), label, hint, choices, question.prompt().isRequired(), shown)));
    }

    static List<Choice> choices(Node.Question question) {
        return question.prompt().getSelectChoices().stream()
                .map(choice -> new Choice(
                        choice.getValue(),
                        Objects.requireNonNullElse(question.prompt().getSelectChoiceText(choice), choice.getValue())))
                .toList();
    }

    private String attached(String name) {
        Draft.Kept kept = filling.files().get(name);
        return kept == null ? name : page.t("campaigns.player.attached", name, Math.max(1, kept.sizeBytes() / 1_000));
    }

    private boolean isNoPicture(String name) {
        Draft.Kept kept = filling.files().get(name);
        return kept != null && Boolean.FALSE.equals(kept.picture());
    }

    private static List<String> range(Node.Question question) {
        if (!(question.prompt().getQuestion() instanceof RangeQuestion range)) return List.of();
        return Stream.of(range.getRangeStart(), range.getRangeEnd(), range.getRangeStep())
                .map(BigDecimal::toPlainString)
                .toList();
    }

    /** The words of a group, "" when it has none; of a repetition, with its number. */
    static String title(Page page, Node.Group group) {
        return group.isRepetition()
                ? page.t("campaigns.player.repetition", title(group.caption(), group), number(group))
                : Labels.of(group.caption());
    }

    private static String title(Node.More more) {
        return title(more.caption(), more);
    }

    // A repeat without words goes by its name in the form.
    private static String title(FormEntryCaption caption, Node node) {
        String label = Labels.of(caption);
        return label.isEmpty() ? node.index().getReference().getNameLast() : label;
    }

    private static int number(Node node) {
        return node.index().getElementMultiplicity() + 1;
    }
}
