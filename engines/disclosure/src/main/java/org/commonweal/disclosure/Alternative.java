package org.commonweal.disclosure;

/**
 * What would remain if the finest level were another.
 *
 * @param level index of the level in the hierarchy
 * @param levelName its name
 * @param cellsPublished cells of that level and a single period that would be published
 * @param cellsWithheld cells with rows that would be withheld
 * @param losses rows and contributors left out
 */
public record Alternative(int level, String levelName, int cellsPublished, int cellsWithheld, Losses losses) {}
