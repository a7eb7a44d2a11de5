package org.commonweal.hub.campaigns.sensors;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;

/** What a question takes from a machine, which no form client has checked before. */
final class Values {
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";
    // What a double tells apart (IEEE 754 binary64): findings count in doubles, and all digits behind would be lost.
    private static final int MOST_DIGITS = 17;
    private static final long LARGEST_WHOLE = 1L << 53;
    private static final int LONGEST_TEXT = 10_000;
    private static final String NOT_ON_EARTH =
            "is no place on earth, such as «52.37 4.89»: latitude -90 to 90, longitude -180 to 180";

    private Values() {}

    /** Why this can't be the answer, as the end of a sentence; none when it can. */
    static Optional<String> findFault(Form form, Question question, String text) {
        if (text.length() > LONGEST_TEXT) return Optional.of("has more than " + LONGEST_TEXT + " characters");
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r'))
            return Optional.of("has control characters");
        // Halves of letters and the two that are none (XML 1.0, «Char»): the document of the answers can't hold them.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.matches("(?s).*[\\uFFFE\\uFFFF].*"))
            return Optional.of("has characters that are no letters");
        return switch (question.type()) {
            case INTEGER -> findFaultOfWhole(text);
            case DECIMAL, RANGE -> findFaultOfNumber(text);
            case GEOPOINT -> unless(isOnEarth(text), NOT_ON_EARTH);
            case GEOTRACE, GEOSHAPE -> unless(Arrays.stream(text.split(";")).allMatch(Values::isOnEarth), NOT_ON_EARTH);
            case DATE -> unless(isDate(text), "is no date, such as 2026-11-21");
            case SELECT_ONE -> unless(isChoice(form, question, text), "is no choice of ‹" + question.list() + "›");
            default -> Optional.empty();
        };
    }

    private static Optional<String> findFaultOfWhole(String text) {
        if (!text.matches("[-+]?\\d+")) return Optional.of("is no whole number");
        boolean told = text.length() < 20 && Math.abs(Long.parseLong(text)) <= LARGEST_WHOLE;
        return unless(told, "is too large: whole numbers are told apart up to " + LARGEST_WHOLE);
    }

    private static Optional<String> findFaultOfNumber(String text) {
        if (!text.matches(NUMBER)) return Optional.of("is no number, such as 12.5");
        String digits = text.replaceFirst("[eE].*", "");
        if (digits.contains(".")) digits = digits.replaceFirst("0+$", "");
        int telling = digits.replaceAll("[-+.]", "").replaceFirst("^0+", "").length();
        if (telling > MOST_DIGITS) return Optional.of("has more than the " + MOST_DIGITS + " digits that can be told");
        double value = Double.parseDouble(text);
        boolean told = Double.isFinite(value) && (value != 0 || telling == 0);
        return unless(told, "is too large or too small to be told");
    }

    /** As ODK writes a point: «latitude longitude altitude accuracy», the last two where they are known. */
    private static boolean isOnEarth(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length < 2 || parts.length > 4) return false;
        if (!Arrays.stream(parts).allMatch(part -> findFaultOfNumber(part).isEmpty())) return false;
        return Math.abs(Double.parseDouble(parts[0])) <= 90 && Math.abs(Double.parseDouble(parts[1])) <= 180;
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
