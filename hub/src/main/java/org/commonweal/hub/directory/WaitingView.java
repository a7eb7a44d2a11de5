package org.commonweal.hub.directory;

import java.util.List;

/** The organisations that wait to be looked at, the oldest first. */
public record WaitingView(List<Organisation> organisations) {}
