/**
 * Readings: pushed by devices in sensor.community's JSON form, or brought as a table by {@code import observations}.
 * Each reading becomes a submission of the campaign's form, so that review, findings and log know no difference.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.sensors;
