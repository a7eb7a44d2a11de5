package org.commonweal.hub.frame.look;

/** One of several pages about the same thing, present or not. */
public record Tab(String path, String title, boolean present) {}
