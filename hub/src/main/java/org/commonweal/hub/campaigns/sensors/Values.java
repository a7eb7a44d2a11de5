package org.commonweal.hub.campaigns.sensors;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;

/** What a question takes from a machine, which no form client has checked before. */
final class Values {
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?";
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 10_000;

    private Values() {}

    /** Why this can't be the answer, as the end of a sentence; none when it can. */
    static Optional<String> findFault(Form form, Question question, String text) {
        if (text.length() > LONGEST_TEXT) return Optional.of("has more than " + LONGEST_TEXT + " characters");
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r'))
            return Optional.of("has control characters");
        return switch (question.type()) {
            case INTEGER -> unless(text.matches("[-+]?\\d{1,18}"), "is no whole number");
            case DECIMAL, RANGE ->
                unless(text.length() <= LONGEST_NUMBER && text.matches(NUMBER), "is no number, such as 12.5");
            case DATE -> unless(isDate(text), "is no date, such as 2026-11-21");
            case SELECT_ONE -> unless(isChoice(form, question, text), "is no choice of ‹" + question.list() + "›");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static boolean isChoice(Form form, Question question, String text) {
        return form.getChoices(question.list()).stream()
                .anyMatch(choice -> choice.name().equals(text));
    }
}
