package org.commonweal.hub.campaigns.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Page;
import org.commonweal.xlsform.form.QuestionType;

/**
 * A question as a column.
 *
 * @param path without the root, such as {@code household/age}; answers within repeats are shown
 *     joined
 * @param choices of a select, empty for others
 */
public record Column(String path, String label, QuestionType type, List<Choice> choices) {
    // Latitude and longitude in degrees, then height and accuracy or neither (ODK XForms, geopoint).
    private static final String POINT = "-?[0-9]{1,3}([.][0-9]{1,20})? -?[0-9]{1,3}([.][0-9]{1,20})?( .*)?";

    /** @param words its label in every language of the form */
    public record Choice(String name, String label, Collection<String> words) {
        boolean isMeantBy(String typed) {
            return name.equalsIgnoreCase(typed) || words.stream().anyMatch(typed::equalsIgnoreCase);
        }
    }

    public boolean isNumber() {
        return switch (type) {
            case INTEGER, DECIMAL, RANGE -> true;
            default -> false;
        };
    }

    boolean isTime() {
        return switch (type) {
            case DATE, TIME, DATE_TIME, START, END, TODAY -> true;
            default -> false;
        };
    }

    /** The choices that somebody means who writes a name or a label; what was written where there is none such. */
    List<String> named(String typed) {
        if (choices.stream().anyMatch(choice -> choice.name().equals(typed))) return List.of(typed);
        List<String> meant = choices.stream()
                .filter(choice -> choice.isMeantBy(typed))
                .map(Choice::name)
                .toList();
        return meant.isEmpty() ? List.of(typed) : meant;
    }

    public boolean isFile() {
        return type.isFile();
    }

    /** Its answers as PostgreSQL finds them, in every repetition (SQL/JSON path, lax mode). */
    String jsonPath() {
        return "$."
                + Arrays.stream(path.split("/")).map(step -> '"' + step + '"').collect(Collectors.joining("."));
    }

    /** Whether the client noted it by itself: its contributor was not asked. */
    public boolean isNoted() {
        return type.isMetadata();
    }

    /**
     * What a submission answers, in the words of the choices, times by the campaign's clock; empty when it answers nothing.
     *
     * @param decimals of the degrees of a point: two tell where about it lies
     */
    public String tell(Page page, ZoneId zone, int decimals, Submission submission) {
        return submission.all(path).stream()
                .map(answer -> tell(page, zone, decimals, answer))
                .collect(Collectors.joining(" · "));
    }

    private String tell(Page page, ZoneId zone, int decimals, String answer) {
        try {
            return switch (type) {
                case GEOPOINT -> point(page, decimals, answer);
                case DATE, TODAY -> page.date(LocalDate.parse(answer));
                case DATE_TIME, START, END ->
                    page.time(OffsetDateTime.parse(answer).toInstant(), zone);
                // A time of the day has the zone of whoever wrote it, which says nothing more.
                case TIME -> OffsetTime.parse(answer).toLocalTime().toString();
                default -> show(answer);
            };
        } catch (DateTimeParseException notAsTheFormHasIt) {
            return answer;
        }
    }

    public boolean isPoint() {
        return type == QuestionType.GEOPOINT;
    }

    private static String point(Page page, int decimals, String point) {
        if (!point.matches(POINT)) return point;
        String[] parts = point.split(" ");
        double latitude = Double.parseDouble(parts[0]);
        double longitude = Double.parseDouble(parts[1]);
        return page.t(
                "campaigns.review.point",
                page.number(Math.abs(latitude), decimals),
                page.t(latitude < 0 ? "frame.south" : "frame.north"),
                page.number(Math.abs(longitude), decimals),
                page.t(longitude < 0 ? "frame.west" : "frame.east"));
    }

    String show(String answer) {
        if (choices.isEmpty()) return answer;
        return Arrays.stream(answer.split(" "))
                .map(name -> choices.stream()
                        .filter(choice -> choice.name().equals(name))
                        .findFirst()
                        .map(Choice::label)
                        .orElse(name))
                .collect(Collectors.joining(", "));
    }
}
