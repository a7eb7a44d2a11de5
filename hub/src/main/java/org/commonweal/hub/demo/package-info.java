/**
 * The demonstration: fills an empty hub with a small authored commons, so that every page has something to show. All in it
 * is invented; only the country's outline and its towns are real.
 *
 * <p>Everything is done by people who are signed in, through the same doors as on the pages: {@code Troupe} makes them,
 * {@code Community} their organisations, {@code Calls} their campaigns, {@code Answers} and {@code Readings} what comes
 * in, {@code Reviews} what is decided, {@code Claims} the findings. What they say lies in the resources under {@code
 * demo/}. Chance is seeded, and days are counted back from today.
 *
 * <p>Owns no tables; {@code Past} moves times in those of others, and says why it must.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "frame",
            "accounts",
            "directory",
            "campaigns",
            "campaigns :: intake",
            "campaigns :: owner",
            "campaigns :: review",
            "evidence"
        })
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.demo;
