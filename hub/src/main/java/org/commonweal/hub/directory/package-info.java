/**
 * Who is there: organisations, their projects, the topics they work on and the places where they are.
 *
 * <p>Terms: an organisation takes part in projects by memberships that carry a role; a project is owned by the
 * organisation that may change it. A topic is a theme, a technology or an approach, named by its slug.
 *
 * <p>Start reading at {@link org.commonweal.hub.directory.Organisations}, which other rooms use, and at {@code Shelf}
 * with {@code Wanted}, which turn the address of a list into SQL. {@code imports} brings in other directories.
 *
 * <p>Owns the schema {@code directory}. Publishes no events. Its things are {@code organisation}, {@code project} and
 * {@code topic} in the graph of links.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"frame", "frame :: look", "frame :: drawing", "frame :: places"})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.directory;
