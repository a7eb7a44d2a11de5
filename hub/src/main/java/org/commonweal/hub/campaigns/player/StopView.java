package org.commonweal.hub.campaigns.player;

/**
 * Why nobody, or not this one, can answer now.
 *
 * @param why the last part of the words' keys
 * @param title of the campaign, empty when it is not public; of the form step for whoever tries it
 * @param way there, or to the list of campaigns
 * @param signIn where to sign in and come back, empty when that does not help
 * @param contact whom to tell of it, empty when that does not help
 * @param told to whoever tries the form in place of what contributors read, empty for these
 */
public record StopView(String why, String title, String way, String signIn, String contact, String told) {}
