package org.commonweal.hub.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;

/** What of a row is given away: facts of the directory, nothing of people. */
record DownloadRow(
        UUID id,
        String page,
        String name,
        String summary,
        String type,
        String website,
        String country,
        String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean approximate,
        List<String> topics,
        List<String> tags,
        @Nullable LocalDate listedOn) {
    static DownloadRow of(Organisation row, String base) {
        return of(
                row.id(),
                base + row.path(),
                row.name(),
                row.summary(),
                row.kind(),
                row.website(),
                row.spot(),
                row.allTopics(),
                row.tags(),
                row.listedOn());
    }

    static DownloadRow of(Project row, String base) {
        return of(
                row.id(),
                base + row.path(),
                row.name(),
                row.summary(),
                "",
                row.website(),
                row.spot(),
                row.topics(),
                row.tags(),
                row.listedOn());
    }

    private static DownloadRow of(
            UUID id,
            String page,
            String name,
            Text summary,
            String type,
            String website,
            Spot spot,
            List<String> topics,
            List<String> tags,
            @Nullable LocalDate listedOn) {
        Point point = spot.point();
        return new DownloadRow(
                id,
                page,
                name,
                summary.original(),
                type,
                website,
                spot.country(),
                spot.place(),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                point != null && point.approximate(),
                topics,
                tags,
                listedOn);
    }
}
