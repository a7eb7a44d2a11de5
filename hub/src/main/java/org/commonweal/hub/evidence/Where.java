package org.commonweal.hub.evidence;

/**
 * A place of the breakdown.
 *
 * @param place an H3 index, a country's code, "" for everywhere
 * @param subject the thing, "" for all of them
 */
record Where(String place, String subject) {
    static final Where EVERYWHERE = new Where("", "");
}
