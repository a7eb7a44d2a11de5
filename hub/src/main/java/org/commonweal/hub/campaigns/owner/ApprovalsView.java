package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Refusing;

/**
 * Campaigns that want to speak of things, for whoever may agree and for those who asked.
 *
 * @param mayAgree whether the reader has the role for it on the hub
 * @param done {@code approved} or {@code refused} just now, "" for nothing
 * @param refusing what was just refused without words
 */
public record ApprovalsView(List<Row> rows, boolean mayAgree, String done, Refusing refusing) {
    /**
     * @param own asked for by the reader, so that another has to agree
     * @param inside whether the reader has a role in the asking organisation, so that another has to agree
     * @param title of its form, empty while there is none
     * @param asked what people read, once for each language of the form, the reader's first
     * @param unasked what the form sends without showing it, such as {@code feet = ${depth} * 3.28}
     * @param questions what tells them from others, given back by whoever agrees; empty while there is no form
     */
    public record Row(
            Campaign campaign,
            String asker,
            boolean own,
            boolean inside,
            String title,
            List<Asking> asked,
            List<String> unasked,
            String questions) {}

    /** @param language its name in the form, empty when the form names none */
    public record Asking(String language, List<Line> lines) {}

    /**
     * A question, or the heading of a group.
     *
     * @param hint and prefilled as they stand beside it; empty for none
     * @param answers among which people choose
     * @param refusals what is said to an answer that will not do, or is missing
     */
    public record Line(String words, String hint, String prefilled, List<String> answers, List<String> refusals) {
        private static final int FEW = 12;

        public boolean hasManyAnswers() {
            return answers.size() > FEW;
        }

        /** All answers in one line. */
        public String choices() {
            return String.join(" · ", answers);
        }
    }
}
