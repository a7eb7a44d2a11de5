package org.commonweal.hub.frame.look;

/** A short label such as a topic; with an empty path it is words only. */
public record Chip(String title, String path) {}
