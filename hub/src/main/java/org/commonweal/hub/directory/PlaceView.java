package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.Crumb;

/** One country: map, towns, and the lists of what is there. */
public record PlaceView(
        String name,
        List<Crumb> crumbs,
        Drawing map,
        long organisations,
        String organisationsPath,
        long projects,
        String projectsPath,
        List<Town> towns) {
    public record Town(String path, String name, long organisations, long projects) {}
}
