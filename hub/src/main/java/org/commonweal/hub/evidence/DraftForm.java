package org.commonweal.hub.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Dataset.Variable;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a draft, kept as it was typed.
 *
 * @param option of a share: {@code variable=option}
 */
public record DraftForm(
        String variable,
        String statistic,
        String option,
        String comparison,
        String limit,
        String areas,
        String times,
        String clock,
        String first,
        String last,
        String language,
        String title,
        String limitations,
        String reason) {
    static final int LONGEST_TITLE = 300;
    static final int LONGEST_TEXT = 4000;

    static DraftForm empty(String language) {
        return new DraftForm("", "count", "", "ge", "", "whole", "none", "", "", "", language, "", "", "");
    }

    /** With what most findings leave as it is at its default. */
    DraftForm withoutMore() {
        return new DraftForm(
                variable, statistic, "", "ge", "", areas, times, clock, "", "", language, title, limitations, reason);
    }

    static DraftForm of(HttpServletRequest request) {
        return new DraftForm(
                typed(request, "variable"),
                typed(request, "statistic"),
                typed(request, "option"),
                typed(request, "comparison"),
                typed(request, "limit"),
                typed(request, "areas"),
                typed(request, "times"),
                typed(request, "clock"),
                typed(request, "first"),
                typed(request, "last"),
                typed(request, "language"),
                typed(request, "title"),
                typed(request, "limitations"),
                typed(request, "reason"));
    }

    static DraftForm of(Draft draft) {
        Spec spec = draft.spec();
        return new DraftForm(
                spec.variable(),
                spec.statistic().token(),
                spec.option().isEmpty() ? "" : spec.variable() + "=" + spec.option(),
                spec.comparison().isEmpty() ? "ge" : spec.comparison(),
                spec.limit() == null ? "" : spec.limit().toString(),
                spec.areas().token(),
                spec.times().token(),
                spec.clock(),
                spec.from() == null ? "" : spec.from().toString(),
                spec.until() == null ? "" : spec.until().toString(),
                draft.language(),
                draft.title(),
                draft.limitations(),
                draft.reason());
    }

    /** What is asked, none when a fault was added. */
    Optional<Spec> check(Description source, Page page, Faults faults) {
        checkWords(page, faults);
        Optional<Variable> asked = Sources.variable(source, variable);
        if (asked.isEmpty() && !variable.isEmpty()) faults.add("variable", page.t("evidence.fault.variable"));
        @Nullable Statistic chosen = token("statistic", page, faults, () -> Statistic.of(statistic));
        @Nullable Areas places = token("areas", page, faults, () -> Areas.of(areas));
        @Nullable Times periods = token("times", page, faults, () -> Times.of(times));
        @Nullable LocalDate from = day("first", first, page, faults);
        @Nullable LocalDate until = day("last", last, page, faults);
        if (from != null && until != null && until.isBefore(from))
            faults.add("last", page.t("evidence.fault.last", last, first));
        if (!clock.isEmpty()
                && Sources.variable(source, clock).filter(Variable::isDate).isEmpty())
            faults.add("clock", page.t("evidence.fault.clock"));
        if (chosen == null || places == null || periods == null) return Optional.empty();
        if (places.bySubject() && !source.namesThings())
            faults.add("areas", page.t(source.people() ? "evidence.fault.people" : "evidence.fault.nameless"));
        checkStatistic(chosen, asked.orElse(null), page, faults);
        return faults.any()
                ? Optional.empty()
                : Optional.of(new Spec(
                        variable,
                        chosen,
                        chosenOption(chosen),
                        comparison(chosen),
                        limit(chosen),
                        places,
                        periods,
                        from,
                        until,
                        clock));
    }

    private void checkWords(Page page, Faults faults) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE)
            faults.add("title", page.t("evidence.fault.title", LONGEST_TITLE, title.length()));
        if (limitations.isEmpty() || limitations.length() > LONGEST_TEXT)
            faults.add("limitations", page.t("evidence.fault.limitations", LONGEST_TEXT, limitations.length()));
        if (!page.languages().containsKey(language)) faults.add("language", page.t("evidence.fault.language"));
    }

    private void checkStatistic(Statistic chosen, @Nullable Variable asked, Page page, Faults faults) {
        if (chosen == Statistic.COUNT) return;
        if (asked == null) {
            faults.add("variable", page.t("evidence.fault.needs-variable"));
        } else if (chosen != Statistic.SHARE) {
            if (!asked.type().equals("number"))
                faults.add(
                        "statistic",
                        page.t("evidence.fault.number", asked.label().in(page.locale())));
        } else if (asked.type().startsWith("choice")) {
            if (asked.options().stream().noneMatch(one -> (variable + "=" + one.name()).equals(option)))
                faults.add(
                        "option", page.t("evidence.fault.option", asked.label().in(page.locale())));
        } else if (!asked.type().equals("number")) {
            faults.add("statistic", page.t("evidence.fault.share", asked.label().in(page.locale())));
        } else if (limit(chosen) == null) {
            faults.add("limit", page.t("evidence.fault.limit"));
        }
    }

    private String chosenOption(Statistic chosen) {
        return chosen == Statistic.SHARE && option.startsWith(variable + "=") && !variable.isEmpty()
                ? option.substring(variable.length() + 1)
                : "";
    }

    private String comparison(Statistic chosen) {
        return limit(chosen) == null ? "" : comparison;
    }

    // A limit typed beside a choice's option is left over from another variable.
    private @Nullable Double limit(Statistic chosen) {
        boolean needed = chosen == Statistic.SHARE && chosenOption(chosen).isEmpty();
        boolean known = comparison.matches("ge|gt|le|lt");
        return needed && known && limit.matches("-?\\d{1,12}([.]\\d{1,12})?") ? Double.valueOf(limit) : null;
    }

    private static <T> @Nullable T token(String field, Page page, Faults faults, java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException unknown) {
            faults.add(field, page.t("evidence.fault." + field));
            return null;
        }
    }

    private static @Nullable LocalDate day(String field, String typed, Page page, Faults faults) {
        if (typed.isEmpty()) return null;
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            faults.add(field, page.t("evidence.fault.day", typed));
            return null;
        }
    }

    private static String typed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
