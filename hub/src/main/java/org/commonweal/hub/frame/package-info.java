/**
 * The bottom room: layout, words, things and their links, rights, files, mail, audit, limits.
 *
 * <p>Every other room stands on this one and it knows none of them. What a lower room shows of an upper one goes
 * through here: upper rooms write into {@link org.commonweal.hub.frame.Links} and implement {@link
 * org.commonweal.hub.frame.Panel}.
 *
 * <p>Owns the schemas {@code frame} and {@code private}. Publishes no events.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Frame",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.frame;
