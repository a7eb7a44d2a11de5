package org.commonweal.hub.evidence;

/**
 * A row behind a version, without its answer.
 *
 * @param digest under the version's key, lower-case hexadecimal
 * @param contributor a mark under the same key, "" when unknown
 */
record Input(String digest, String contributor, Spot spot) {}
