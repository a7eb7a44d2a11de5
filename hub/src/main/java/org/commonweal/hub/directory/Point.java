package org.commonweal.hub.directory;

/**
 * Where something is, in degrees of WGS 84.
 *
 * @param approximate whether it is the point of a town or region instead of the door
 */
public record Point(double latitude, double longitude, boolean approximate) {}
