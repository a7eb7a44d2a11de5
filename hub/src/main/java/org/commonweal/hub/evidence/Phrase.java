package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.frame.Page;

/**
 * A sentence of a page with words of a form in it, which may be of another language and direction.
 *
 * <p>Example: {@code Phrase.of(page, "evidence.measured.mean", label)} is «Mean: » and «Profondeur», the latter in French.
 */
public record Phrase(List<Part> parts) {
    // Stands for the words of the form while the sentence is made: no pattern has letters of the private use area.
    private static final char FIRST = '\uE000';
    private static final Pattern MARK = Pattern.compile("[\uE000-\uE00F]");

    /**
     * @param own whether it is in the page's language
     * @param language of what is not, as BCP 47 code; "" where nobody knows
     */
    public record Part(String words, boolean own, String language) {}

    static Phrase of(Page page, String key, Label... labels) {
        Object[] marks = new Object[labels.length];
        for (int i = 0; i < labels.length; i++) marks[i] = String.valueOf((char) (FIRST + i));
        String sentence = page.t(key, marks);
        List<Part> parts = new ArrayList<>();
        int end = 0;
        for (Matcher mark = MARK.matcher(sentence); mark.find(); end = mark.end()) {
            page(parts, sentence.substring(end, mark.start()));
            Label label = labels[sentence.charAt(mark.start()) - FIRST];
            boolean own = label.language().equals(page.lang());
            parts.add(new Part(label.words(), own, own ? "" : label.language()));
        }
        page(parts, sentence.substring(end));
        return new Phrase(parts);
    }

    private static void page(List<Part> parts, String words) {
        if (!words.isEmpty()) parts.add(new Part(words, true, ""));
    }

    /** Without markup: words of another language keep their own direction (Unicode Standard Annex 9, FSI). */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) text.append(part.own() ? part.words() : "\u2068" + part.words() + "\u2069");
        return text.toString();
    }
}
