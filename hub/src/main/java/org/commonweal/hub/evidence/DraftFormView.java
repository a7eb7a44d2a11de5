package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The form of a draft.
 *
 * @param action where it is sent
 * @param correction whether a reason is asked for
 * @param drafts paths and titles of what was begun before
 * @param options of all choices, as {@code variable=option}; empty when nothing can be chosen
 */
public record DraftFormView(
        String heading,
        String action,
        List<Crumb> crumbs,
        boolean correction,
        boolean people,
        DraftForm form,
        Faults faults,
        List<Choice> variables,
        List<Choice> statistics,
        List<Choice> options,
        List<Choice> comparisons,
        List<Choice> areas,
        List<Choice> times,
        List<Choice> clocks,
        List<Choice> languages,
        List<Choice> drafts) {

    /** What is rarely asked for: shown folded, unless something of it was chosen or is wrong. */
    private static final List<String> MORE = List.of("option", "comparison", "limit", "first", "last", "language");

    /** Whether that is shown from the start. */
    public boolean more() {
        boolean chosen = !form.equals(form.withoutMore());
        return chosen || MORE.stream().anyMatch(field -> faults.at(field) != null);
    }

    static DraftFormView of(
            Page page,
            Description source,
            String action,
            @Nullable Finding corrected,
            DraftForm form,
            Faults faults,
            List<Draft> drafts) {
        return new DraftFormView(
                page.t(corrected == null ? "evidence.new" : "evidence.correct"),
                action,
                List.of(
                        corrected == null
                                ? new Crumb(source.path(), source.title())
                                : new Crumb(corrected.path(), corrected.title())),
                corrected != null,
                source.people(),
                form,
                faults,
                variables(page, source),
                choices(page, "statistic", "count", "share", "mean", "median"),
                options(page, source),
                choices(page, "comparison", "ge", "gt", "le", "lt"),
                areas(page, source),
                choices(page, "times", "none", "day", "week", "month"),
                source.variables().stream()
                        .filter(Dataset.Variable::isDate)
                        .map(one -> new Choice(one.name(), one.label().in(page.locale())))
                        .toList(),
                page.languages().entrySet().stream()
                        .map(language -> new Choice(language.getKey(), language.getValue()))
                        .toList(),
                drafts.stream()
                        .map(draft -> new Choice(draft.path(), draft.title()))
                        .toList());
    }

    private static List<Choice> variables(Page page, Description source) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", page.t("evidence.form.forms"))));
        source.variables().stream()
                .filter(variable -> !variable.isDate())
                .forEach(variable -> choices.add(new Choice(variable.name(), label(page, variable))));
        return choices;
    }

    private static String label(Page page, Dataset.Variable variable) {
        String unit = variable.unit().isEmpty() ? "" : ", " + variable.unit();
        return variable.label().in(page.locale()) + " (" + page.t("evidence.form.type." + variable.type()) + unit + ")";
    }

    private static List<Choice> options(Page page, Description source) {
        return source.variables().stream()
                .flatMap(variable -> variable.options().stream()
                        .map(option -> new Choice(
                                variable.name() + "=" + option.name(),
                                variable.label().in(page.locale()) + ": "
                                        + option.label().in(page.locale()))))
                .toList();
    }

    private static List<Choice> areas(Page page, Description source) {
        Stream<String> places = Stream.of("whole", "country", "h3-5", "h3-4", "h3-3", "h3-2", "h3-1", "h3-0");
        Stream<String> things =
                source.namesThings() ? Stream.of("subject", "subject-h3-5", "subject-h3-4") : Stream.of();
        return choices(page, "areas", Stream.concat(places, things).toArray(String[]::new));
    }

    private static List<Choice> choices(Page page, String kind, String... tokens) {
        return Stream.of(tokens)
                .map(token -> new Choice(token, page.t("evidence.form." + kind + "." + token)))
                .toList();
    }
}
