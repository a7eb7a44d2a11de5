/**
 * Making and keeping a campaign: what it asks and promises, its form, when it opens and closes, its keys.
 *
 * <p>Each step is a page of its own: about → promise → form → check and open; tokens stand beside. Whoever has {@code
 * campaign.edit} on the campaign's organisation may do all of it; agreeing that its figures speak of things takes {@code
 * campaign.protect} on the hub, which no organisation can give, no role in the organisation, and another person than the
 * one who asked.
 */
@org.springframework.modulith.NamedInterface("owner")
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.owner;
