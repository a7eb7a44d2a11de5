package org.commonweal.hub.accounts;

/** One tap to use a link up: where the form goes and where it leads. */
public record ConfirmView(String action, String next) {}
