package org.commonweal.hub.campaigns.review;

import java.util.List;
import org.commonweal.xlsform.form.QuestionType;

/**
 * A question as a column.
 *
 * @param path without the root, such as {@code household/age}; answers within repeats are shown
 *     joined
 * @param choices of a select, empty for others
 */
public record Column(String path, String label, QuestionType type, List<Choice> choices) {
    public record Choice(String name, String label) {}

    public boolean isNumber() {
        return switch (type) {
            case INTEGER, DECIMAL, RANGE -> true;
            default -> false;
        };
    }

    public boolean isFile() {
        return type.isFile();
    }

    /** An answer in the words of the choices. */
    public String show(String answer) {
        if (choices.isEmpty()) return answer;
        return java.util.Arrays.stream(answer.split(" "))
                .map(name -> choices.stream()
                        .filter(choice -> choice.name().equals(name))
                        .findFirst()
                        .map(Choice::label)
                        .orElse(name))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
