package org.commonweal.disclosure;

/**
 * A cell as reviewers see it; its numbers are exact and not for the public.
 *
 * @param spot where it stands
 * @param decision what becomes of it, and why
 * @param rows its rows
 * @param contributors its distinct contributors
 */
public record PlannedCell(Spot spot, Decision decision, int rows, int contributors) {}
