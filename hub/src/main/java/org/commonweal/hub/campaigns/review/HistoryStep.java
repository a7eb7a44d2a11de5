package org.commonweal.hub.campaigns.review;

import java.time.Instant;

/**
 * One thing that was done with a submission.
 *
 * @param verb approved, rejected, asked, reopened, answered, file-exchanged or withdrawn
 * @param note words, or the name of the file that was exchanged
 */
public record HistoryStep(Instant at, String actor, String verb, String note) {}
