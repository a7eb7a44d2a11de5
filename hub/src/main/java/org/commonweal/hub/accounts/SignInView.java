package org.commonweal.hub.accounts;

/** The sign-in form as it was sent: what was typed, whether it can't be an address, where to go after. */
public record SignInView(String email, boolean invalid, String next) {}
