package org.commonweal.hub.campaigns.review;

import java.util.Arrays;
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

    public record Choice(String name, String label) {}

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

    public boolean isFile() {
        return type.isFile();
    }

    /** Its answers as PostgreSQL finds them, in every repetition (SQL/JSON path, lax mode). */
    String jsonPath() {
        return "$."
                + Arrays.stream(path.split("/")).map(step -> '"' + step + '"').collect(Collectors.joining("."));
    }

    /** What a submission answers, in the words of the choices; empty when it answers nothing. */
    public String show(Submission submission) {
        return submission.all(path).stream().map(this::show).collect(Collectors.joining(" · "));
    }

    /** The same for one line of a table: of a point no more than tells where about it lies. */
    public String brief(Page page, Submission submission) {
        if (type != QuestionType.GEOPOINT) return show(submission);
        return submission.all(path).stream().map(point -> brief(page, point)).collect(Collectors.joining(" · "));
    }

    public boolean isPoint() {
        return type == QuestionType.GEOPOINT;
    }

    private static String brief(Page page, String point) {
        if (!point.matches(POINT)) return point;
        String[] parts = point.split(" ");
        double latitude = Double.parseDouble(parts[0]);
        double longitude = Double.parseDouble(parts[1]);
        return page.t(
                "campaigns.review.point",
                page.number(Math.abs(latitude), 2),
                latitude < 0 ? "S" : "N",
                page.number(Math.abs(longitude), 2),
                longitude < 0 ? "W" : "E");
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
