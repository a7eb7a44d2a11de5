package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.disclosure.Rows;
import org.commonweal.hub.frame.Dataset.Option;
import org.commonweal.hub.frame.Dataset.Row;
import org.commonweal.hub.frame.Dataset.Variable;
import org.jspecify.annotations.Nullable;

/** Turns answers, which are text, into the numbers that the engine counts; not a number where there is no answer. */
final class Values {
    private final Spec spec;
    private final @Nullable Variable variable;
    private final Set<String> options;

    /** @param variable null where the answered forms themselves are counted */
    Values(Spec spec, @Nullable Variable variable) {
        this.spec = spec;
        this.variable = variable;
        this.options = variable == null
                ? Set.of()
                : variable.options().stream().map(Option::name).collect(Collectors.toSet());
    }

    double of(Row row) {
        if (variable == null) return 1;
        String answer = row.values().getFirst();
        if (answer.isBlank() || isRefused(row)) return Double.NaN;
        return switch (spec.statistic()) {
            case COUNT -> 1;
            case SHARE -> holds(variable, answer.strip());
            case MEAN, MEDIAN -> number(answer);
        };
    }

    private double holds(Variable asked, String answer) {
        return switch (asked.type()) {
            case "choice", "choices" -> chosen(asked, answer).contains(spec.option()) ? 1 : 0;
            default -> compare(number(answer));
        };
    }

    private static List<String> chosen(Variable asked, String answer) {
        return asked.type().equals("choices") ? List.of(answer.split("\\s+")) : List.of(answer);
    }

    // A form may take its choices from a file, of which we know none.
    private boolean isOffered(Variable asked, String answer) {
        return options.isEmpty() || options.containsAll(chosen(asked, answer));
    }

    private double compare(double number) {
        if (Double.isNaN(number) || spec.limit() == null) return Double.NaN;
        boolean holds =
                switch (spec.comparison()) {
                    case "ge" -> number >= spec.limit();
                    case "gt" -> number > spec.limit();
                    case "le" -> number <= spec.limit();
                    default -> number < spec.limit();
                };
        return holds ? 1 : 0;
    }

    /** Whether it is a number so great that no figure can be computed of it: it counts as not answered. */
    boolean isOutOfMeasure(Row row) {
        boolean asNumber = variable != null
                && (spec.statistic() == Statistic.MEAN
                        || spec.statistic() == Statistic.MEDIAN
                        || (spec.statistic() == Statistic.SHARE
                                && variable.type().equals("number")));
        return asNumber && !isRefused(row) && Math.abs(parse(row.values().getFirst())) > Rows.GREATEST;
    }

    /** Whether the form does not take such an answer, such as words for a number: it counts in no figure. */
    boolean isRefused(Row row) {
        if (variable == null) return false;
        String answer = row.values().getFirst().strip();
        if (answer.isEmpty()) return false;
        if (row.refused().contains(variable.name())) return true;
        return switch (variable.type()) {
            case "choice", "choices" -> !isOffered(variable, answer);
            case "number" -> Double.isNaN(parse(answer));
            default -> false;
        };
    }

    private static double number(String answer) {
        double number = parse(answer);
        return Math.abs(number) > Rows.GREATEST ? Double.NaN : number;
    }

    private static double parse(String answer) {
        try {
            return Double.parseDouble(answer.strip());
        } catch (NumberFormatException unreadable) {
            return Double.NaN;
        }
    }
}
