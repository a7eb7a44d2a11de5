package org.commonweal.hub.campaigns.player;

/**
 * Why nobody, or not this one, can answer now.
 *
 * @param why the last part of the words' keys
 * @param title of the campaign, empty when it is not public
 * @param campaign its public page, or the list of campaigns
 * @param signIn where to sign in and come back, empty when that does not help
 * @param contact whom to tell of it, empty when that does not help
 */
public record StopView(String why, String title, String campaign, String signIn, String contact) {}
