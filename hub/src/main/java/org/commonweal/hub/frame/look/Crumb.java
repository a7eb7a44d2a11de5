package org.commonweal.hub.frame.look;

/** One page above the present one: {@code new Crumb("/organisations", page.t("directory.organisations"))}. */
public record Crumb(String path, String title) {}
