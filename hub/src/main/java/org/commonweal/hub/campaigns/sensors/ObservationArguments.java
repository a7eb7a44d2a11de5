package org.commonweal.hub.campaigns.sensors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Refusal;

/** The words after {@code import observations}: the file, the campaign's address, and which column is which question. */
record ObservationArguments(Path file, String campaign, Map<String, String> mapping) {
    static ObservationArguments parse(List<String> words) {
        String file = "";
        String campaign = "";
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--campaign" -> campaign = next(words, i++);
                case "--map" -> {
                    i++;
                    while (i < words.size() && words.get(i).contains("=")) put(mapping, words.get(i++));
                    i--;
                }
                default -> file = words.get(i);
            }
        }
        List<String> missing = new ArrayList<>();
        if (file.isEmpty()) missing.add("a file");
        if (campaign.isEmpty()) missing.add("--campaign with the campaign's address, such as wells-3k9m2x7q");
        if (mapping.isEmpty()) missing.add("--map column=question");
        if (!missing.isEmpty()) throw Refusal.invalid("It needs " + String.join(", and ", missing) + ".");
        return new ObservationArguments(
                Path.of(file), campaign.replaceAll("/+$", "").replaceAll(".*/", ""), mapping);
    }

    private static String next(List<String> words, int i) {
        if (i + 1 >= words.size()) throw Refusal.invalid(words.get(i) + " needs a word behind it.");
        return words.get(i + 1);
    }

    private static void put(Map<String, String> mapping, String pair) {
        int equals = pair.indexOf('=');
        String column = pair.substring(0, equals);
        String question = pair.substring(equals + 1);
        String before = mapping.putIfAbsent(column, question);
        if (before != null && !before.equals(question))
            throw Refusal.invalid(
                    "Column ‹" + column + "› is mapped twice: to " + before + " and to " + question + ".");
    }
}
