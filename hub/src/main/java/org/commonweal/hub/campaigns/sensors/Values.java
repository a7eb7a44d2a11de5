package org.commonweal.hub.campaigns.sensors;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;

/** What a question takes from a machine, which no form client has checked before. */
final class Values {
    private static final String NUMBER = "[-+]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][-+]?\\d++)?";
    // No double needs more to be written out (the largest has 309 digits), and what a stranger sends is looked through
    // some times.
    private static final int LONGEST_NUMBER = 400;
    // What a double tells apart (IEEE 754 binary64): findings count in doubles, and all digits behind would be lost.
    private static final int MOST_DIGITS = 17;
    private static final long LARGEST_WHOLE = 1L << 53;
    private static final int LONGEST_TEXT = 10_000;
    private static final String NOT_ON_EARTH =
            "is no place on earth, such as «52.37 4.89»: latitude -90 to 90, longitude -180 to 180";
    private static final String NO_LINE = "is no line: it has two places or more, such as «52.37 4.89; 52.38 4.90»";
    private static final String NO_AREA =
            "is no area: it has three different places or more, and ends with the one it begins with";

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
            case GEOTRACE -> findFaultOfPlaces(text, Values::isLine, NO_LINE);
            case GEOSHAPE -> findFaultOfPlaces(text, Values::isArea, NO_AREA);
            case DATE -> unless(isDate(text), "is no date, such as 2026-11-21");
            case SELECT_ONE -> unless(isChoice(form, question, text), "is no choice of ‹" + question.list() + "›");
            default -> Optional.empty();
        };
    }

    private static Optional<String> findFaultOfWhole(String text) {
        if (!text.matches("[-+]?\\d++")) return Optional.of("is no whole number");
        boolean told = text.length() <= LONGEST_NUMBER
                && new BigInteger(text).abs().compareTo(BigInteger.valueOf(LARGEST_WHOLE)) <= 0;
        return unless(told, "is too large: whole numbers are told apart up to " + LARGEST_WHOLE);
    }

    private static Optional<String> findFaultOfNumber(String text) {
        if (text.length() > LONGEST_NUMBER)
            return Optional.of("is no number that can be told: it has more than " + LONGEST_NUMBER + " characters");
        if (!text.matches(NUMBER)) return Optional.of("is no number, such as 12.5");
        int telling = countTelling(text.replaceFirst("[eE].*", ""));
        if (telling > MOST_DIGITS) return Optional.of("has more than the " + MOST_DIGITS + " digits that can be told");
        double value = Double.parseDouble(text);
        boolean told = Double.isFinite(value) && (value != 0 || telling == 0);
        return unless(told, "is too large or too small to be told");
    }

    // Noughts before the first digit, and those at the end of a fraction, tell nothing.
    private static int countTelling(String written) {
        int end = written.length();
        if (written.contains(".")) while (end > 0 && written.charAt(end - 1) == '0') end--;
        return written.substring(0, end)
                .replaceAll("[-+.]", "")
                .replaceFirst("^0+", "")
                .length();
    }

    private static Optional<String> findFaultOfPlaces(String text, Predicate<List<Place>> shape, String noShape) {
        // Collect ends each of them with a semicolon, the last as well.
        String[] places = text.split(";");
        if (!Arrays.stream(places).allMatch(Values::isOnEarth)) return Optional.of(NOT_ON_EARTH);
        return unless(shape.test(Arrays.stream(places).map(Place::read).toList()), noShape);
    }

    private static boolean isLine(List<Place> places) {
        return places.size() >= 2;
    }

    private static boolean isArea(List<Place> places) {
        return Set.copyOf(places).size() >= 3 && places.getFirst().equals(places.getLast());
    }

    private record Place(double latitude, double longitude) {
        static Place read(String onEarth) {
            String[] parts = onEarth.strip().split("\\s+");
            return new Place(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
    }

    /** As ODK writes a point: «latitude longitude altitude accuracy», the last two where they are known. */
    private static boolean isOnEarth(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length < 2 || parts.length > 4) return false;
        if (!Arrays.stream(parts).allMatch(part -> findFaultOfNumber(part).isEmpty())) return false;
        Place place = Place.read(text);
        return Math.abs(place.latitude()) <= 90 && Math.abs(place.longitude()) <= 180;
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
