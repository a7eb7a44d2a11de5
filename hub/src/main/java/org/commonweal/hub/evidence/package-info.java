/**
 * Findings: immutable, privacy-safe, published statements made of what the ways in have gathered.
 *
 * <p>Owns the schema {@code evidence}. Publishes {@link org.commonweal.hub.evidence.FindingPublished}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "frame",
            "frame :: look",
            "frame :: drawing",
            "frame :: places",
            "accounts",
            "directory",
            "campaigns"
        })
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.evidence;
