package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;

/**
 * The form of decisions as a reviewer sent it, which is shown again where it will not do.
 *
 * @param verb such as {@code reject}; "" when nothing was decided yet
 * @param chosen those that were ticked
 * @param overtaken of those chosen what somebody else decided since the page was made, with the state it has now
 * @param all whether all that wait were meant, whatever was ticked
 */
public record Deciding(
        String verb, List<UUID> chosen, Map<UUID, String> overtaken, boolean all, String note, Faults faults) {
    static final Deciding NOTHING = new Deciding("", List.of(), Map.of(), false, "", Faults.none());

    /** Looks at the words alone: they are what a reviewer forgets. */
    static Deciding of(Page page, Decisions.Verb verb, List<UUID> chosen, boolean all, String note) {
        Faults faults = Faults.none();
        String word = verb.name().toLowerCase(java.util.Locale.ROOT);
        if (verb.needsWords() && note.isBlank()) faults.add("note", page.t("campaigns.review.fault." + word));
        if (note.strip().length() > Decisions.LONGEST_NOTE)
            faults.add(
                    "note",
                    page.t(
                            "campaigns.review.fault.long",
                            Decisions.LONGEST_NOTE,
                            note.strip().length()));
        return new Deciding(word, chosen, Map.of(), all, note, faults);
    }

    /** The same for those alone that somebody else was faster with. */
    Deciding after(Map<UUID, String> others) {
        return new Deciding(verb, List.copyOf(others.keySet()), others, false, note, faults);
    }

    public boolean isChosen(UUID submission) {
        return chosen.contains(submission);
    }

    /** How the button of a verb looks: the one that was pressed leads, else the approval. */
    public String rank(String button) {
        if (button.equals(verb.isEmpty() ? "approve" : verb)) return button.equals("reject") ? "harm" : "";
        return button.equals("reject") ? "harm-quiet" : "quiet";
    }
}
