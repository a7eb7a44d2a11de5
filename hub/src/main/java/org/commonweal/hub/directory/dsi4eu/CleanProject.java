package org.commonweal.hub.directory.dsi4eu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project, clean. Topics are the hub's slugs; other labels are tags. */
public record CleanProject(
        String id,
        String name,
        String summary,
        String story,
        String impact,
        String website,
        CleanPlace place,
        @Nullable LocalDate started,
        @Nullable LocalDate ended,
        @Nullable LocalDate listedOn,
        List<String> topics,
        List<String> tags,
        List<String> organisations) {}
