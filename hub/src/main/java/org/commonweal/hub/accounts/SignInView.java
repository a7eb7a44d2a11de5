package org.commonweal.hub.accounts;

/**
 * The sign-in form as it was sent.
 *
 * @param email as typed, which may be no address at all
 * @param next where to go after
 * @param mailed whether letters leave this hub
 */
public record SignInView(String email, boolean invalid, String next, boolean mailed) {}
