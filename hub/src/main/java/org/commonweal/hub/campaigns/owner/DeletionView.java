package org.commonweal.hub.campaigns.owner;

/**
 * What goes with a draft.
 *
 * @param forms how many versions of its form
 * @param tokens how many links for form clients and keys of devices
 */
public record DeletionView(DeskView desk, int forms, int tokens) {}
