package org.commonweal.hub.campaigns.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
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

    /** To be called within the group's transaction; what was refused adds nothing. */
    void add(List<Arrival> arrivals, List<Store.Settled> settled) {
        // A place is filled once, even when the same submission stands twice in the group.
        Map<Place, Files.@Nullable Content> contents = new LinkedHashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            if (!settled.get(i).outcome().isStored()) continue;
            UUID submission = settled.get(i).submission();
            for (Arrival.Named file : arrivals.get(i).files()) {
                Place place = new Place(submission, file.name());
                if (contents.get(place) == null) contents.put(place, file.content());
            }
        }
        if (!contents.isEmpty()) insert(contents);
    }

    private void insert(Map<Place, Files.@Nullable Content> contents) {
        List<UUID> fileIds = files.referAll(named(contents));
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into campaigns.attachment (submission_id, name, file_id)
                    select * from unnest(?::uuid[], ?::text[], ?::uuid[])
                    on conflict (submission_id, name)
                    do update set file_id = coalesce(attachment.file_id, excluded.file_id)""")) {
                Object[] submissions =
                        contents.keySet().stream().map(Place::submission).toArray();
                Object[] names = contents.keySet().stream().map(Place::name).toArray();
                statement.setArray(1, connection.createArrayOf("uuid", submissions));
                statement.setArray(2, connection.createArrayOf("text", names));
                statement.setArray(3, connection.createArrayOf("uuid", spread(contents, fileIds)));
                return statement.executeUpdate();
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
