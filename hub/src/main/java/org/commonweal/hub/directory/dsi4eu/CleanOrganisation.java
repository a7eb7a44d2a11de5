package org.commonweal.hub.directory.dsi4eu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation, clean. Texts are plain, paragraphs parted by an empty line; "" and null are unknown. */
public record CleanOrganisation(
        String id,
        String name,
        String summary,
        String story,
        String kind,
        String size,
        String website,
        CleanPlace place,
        String address,
        @Nullable LocalDate founded,
        @Nullable LocalDate listedOn,
        List<String> tags,
        List<String> networks,
        List<String> projects) {}
