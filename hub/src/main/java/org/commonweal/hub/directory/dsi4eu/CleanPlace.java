package org.commonweal.hub.directory.dsi4eu;

import org.jspecify.annotations.Nullable;

/**
 * Where something is.
 *
 * @param country ISO alpha-2, "" when unknown
 * @param town in the one spelling chosen for it
 * @param latitude null when unknown, then the longitude is too
 * @param approximate whether the point is the town's and not the door's
 */
public record CleanPlace(
        String country,
        String town,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean approximate) {}
