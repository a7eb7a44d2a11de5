package org.commonweal.hub.frame.drawing;

import java.util.List;

/** One line of a chart: its name, said where it ends, and its values in the order of time. */
public record Series(String name, List<Moment> moments) {}
