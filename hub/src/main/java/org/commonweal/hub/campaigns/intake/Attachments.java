package org.commonweal.hub.campaigns.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files of a group: those that are named get a row, those that came are referred to by it. */
@Component
class Attachments {
    private final JdbcTemplate jdbc;
    private final Files files;

    Attachments(JdbcTemplate jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    private record Place(UUID submission, String name) {}

    /**
     * To be called within the group's transaction; what was refused adds nothing.
     *
     * @return what became of each: a place that is filled keeps its content, and whoever brings another one is told
     */
    List<Outcome> add(List<Arrival> arrivals, List<Store.Settled> settled) {
        // A place is filled once, even when the same submission stands twice in the group.
        Map<Place, Files.@Nullable Content> contents = new LinkedHashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            if (!settled.get(i).outcome().isStored()) continue;
            for (Arrival.Named file : arrivals.get(i).files()) {
                Place place = new Place(settled.get(i).submission(), file.name());
                if (contents.get(place) == null) contents.put(place, file.content());
            }
        }
        Map<Place, byte[]> before = contents.isEmpty() ? Map.of() : insert(contents);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Store.Settled one = settled.get(i);
            boolean other = one.outcome().isStored()
                    && arrivals.get(i).files().stream()
                            .anyMatch(
                                    file -> isOther(file, new Place(one.submission(), file.name()), contents, before));
            outcomes.add(other ? Outcome.OTHER_FILE : one.outcome());
        }
        return outcomes;
    }

    private static boolean isOther(
            Arrival.Named file, Place place, Map<Place, Files.@Nullable Content> group, Map<Place, byte[]> before) {
        if (file.content() == null) return false;
        byte[] kept =
                before.containsKey(place) ? before.get(place) : group.get(place).sha256();
        return !Arrays.equals(kept, file.content().sha256());
    }

    /** @return the digests of what was there before, where a place was filled already */
    private Map<Place, byte[]> insert(Map<Place, Files.@Nullable Content> contents) {
        List<UUID> fileIds = files.referAll(named(contents));
        @Nullable Object[] given = spread(contents, fileIds);
        Map<Place, UUID> kept = fill(contents, given);
        Map<Place, byte[]> before = new HashMap<>();
        int i = 0;
        for (Place place : contents.keySet()) {
            UUID ours = (UUID) given[i++];
            UUID theirs = kept.get(place);
            if (ours == null || ours.equals(theirs)) continue;
            files.find(theirs)
                    .ifPresent(file -> before.put(place, file.content().sha256()));
            // Nothing refers to it: it would keep the content for ever, also once the report is taken back.
            files.release(ours);
        }
        return before;
    }

    /** @return by place, the file that it has now; none where it is missing */
    private Map<Place, UUID> fill(Map<Place, Files.@Nullable Content> contents, @Nullable Object[] given) {
        return jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into campaigns.attachment (submission_id, name, file_id)
                    select * from unnest(?::uuid[], ?::text[], ?::uuid[])
                    on conflict (submission_id, name)
                    do update set file_id = coalesce(attachment.file_id, excluded.file_id)
                    returning submission_id, name, file_id""")) {
                Object[] submissions =
                        contents.keySet().stream().map(Place::submission).toArray();
                Object[] names = contents.keySet().stream().map(Place::name).toArray();
                statement.setArray(1, connection.createArrayOf("uuid", submissions));
                statement.setArray(2, connection.createArrayOf("text", names));
                statement.setArray(3, connection.createArrayOf("uuid", given));
                Map<Place, UUID> kept = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next())
                        if (rows.getObject(3) != null)
                            kept.put(
                                    new Place(rows.getObject(1, UUID.class), rows.getString(2)),
                                    rows.getObject(3, UUID.class));
                }
                return kept;
            }
        });
    }

    private static List<Files.NamedContent> named(Map<Place, Files.@Nullable Content> contents) {
        List<Files.NamedContent> named = new ArrayList<>();
        contents.forEach((place, content) -> {
            if (content != null) named.add(new Files.NamedContent(place.name(), content));
        });
        return named;
    }

    // One identifier per place: null where the file has not come.
    private static @Nullable Object[] spread(Map<Place, Files.@Nullable Content> contents, List<UUID> fileIds) {
        var next = fileIds.iterator();
        return contents.values().stream()
                .map(content -> content == null ? null : next.next())
                .toArray();
    }
}
