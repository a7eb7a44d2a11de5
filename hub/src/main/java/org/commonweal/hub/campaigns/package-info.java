/**
 * Calls to report: the form, who may answer, the ways in (OpenRosa, the light player, sensors), and the review.
 *
 * <p>The room's root holds what its parts share. {@code openrosa} speaks ODK's protocol, {@code player} fills forms on
 * plain pages, {@code review} is for those who look at the answers, {@code sensors} takes readings, {@code owner} makes
 * and keeps campaigns.
 *
 * <p>Owns the schema {@code campaigns} and the table {@code private.reply_address}. Offers each opened campaign as a
 * {@link org.commonweal.hub.frame.Dataset}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Campaigns",
        allowedDependencies = {"frame", "frame :: look", "frame :: drawing", "frame :: places", "accounts", "directory"
        })
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns;
