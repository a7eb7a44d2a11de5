package org.commonweal.hub.campaigns.player;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;

/**
 * What a trial would have sent.
 *
 * @param computed what the form sends without asking, by the names in the form
 * @param tongue in which the questions are asked
 * @param shelf of the trial, for the script to forget
 */
public record TrialView(
        Campaign campaign, String title, List<Part> parts, List<Row> computed, Tongue tongue, String shelf) {
    /** @param title of the group or repetition, "" for loose questions */
    public record Part(String title, List<Row> rows) {}

    /** @param answer "" when there is none */
    public record Row(String question, String answer) {}
}
