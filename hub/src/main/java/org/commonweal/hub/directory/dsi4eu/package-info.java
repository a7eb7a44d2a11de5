/**
 * Reads and cleans the export of the hub of the Digital Social Innovation for Europe project (DSI4EU, 2017).
 *
 * <p>Goal: what stands in the two files, made fit to be shown, with a {@link
 * org.commonweal.hub.directory.dsi4eu.Note} for everything that was changed, left out or looks odd. Knows nothing of
 * the hub or its database.
 *
 * <p>Known faults of the export, each with a rule here: creation dates of 1 January 1970, which mean «unknown»; 61
 * labels of technologies for 15; Milano and Milan; points of towns given as points of doors; HTML and entities in texts;
 * numbers as texts; empty texts for nothing; advertising.
 *
 * <p>Files: {@code Export} streams rows out of a file, {@code Survey} reads all rows once to learn what only all of them
 * show, {@code Cleaner} makes clean records, {@code Scrub} cleans single fields, {@code Labels} and {@code SpamSigns}
 * hold the two tables under {@code resources/directory}.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.directory.dsi4eu;
