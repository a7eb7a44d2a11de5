/**
 * Countries and their outlines.
 *
 * <p>Codes are ISO 3166-1 with Kosovo as XK; names in the reader's language are Unicode CLDR's; outlines are Natural
 * Earth's at 1:50 million (public domain), which {@code web/} turns into {@code places/outlines.json}. Coordinates are
 * WGS 84 degrees, longitude first, as in GeoJSON (RFC 7946).
 */
@NamedInterface("places")
@NullMarked
package org.commonweal.hub.frame.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
