package org.commonweal.hub.campaigns.review;

import java.time.Instant;

/** One thing that was done with a submission; {@code verb} is approved, rejected, asked or withdrawn. */
public record HistoryStep(Instant at, String actor, String verb, String note) {}
