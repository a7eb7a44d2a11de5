package org.commonweal.hub.evidence;

/**
 * Where a cell stands, in words that stay the same from version to version.
 *
 * @param period such as {@code 2026-11}, "" for the whole time
 */
record Spot(Where where, String period) {}
