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
    private final Exchanges exchanges;

    Attachments(JdbcTemplate jdbc, Files files, Exchanges exchanges) {
        this.jdbc = jdbc;
        this.files = files;
        this.exchanges = exchanges;
    }

    private record Place(UUID submission, String name) {}

    /**
     * To be called within the group's transaction; what was refused adds nothing.
     *
     * @return what became of each; whoever brings another content for a place that is filled is told whether it was taken
     */
    List<Outcome> add(List<Arrival> arrivals, List<Store.Settled> settled) {
        // A place is filled once, even when the same submission stands twice in the group.
        Map<Place, Files.@Nullable Content> contents = new LinkedHashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            if (!settled.get(i).outcome().isStored()) continue;
            for (Arrival.Named file : arrivals.get(i).files()) {
                Place place = new Place(settled.get(i).submission(), file.name());
                if (contents.get(place) == null) contents.put(place, content(file));
            }
        }
        Map<Place, byte[]> kept = contents.isEmpty() ? Map.of() : insert(contents);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) outcomes.add(exchange(arrivals.get(i), settled.get(i), kept));
        return outcomes;
    }

    // A line that broke leaves files of no bytes: whoever keeps them would refuse the good one behind them.
    private static Files.@Nullable Content content(Arrival.Named file) {
        return file.content() == null || file.content().sizeBytes() == 0 ? null : file.content();
    }

    private Outcome exchange(Arrival arrival, Store.Settled settled, Map<Place, byte[]> kept) {
        if (!settled.outcome().isStored()) return settled.outcome();
        Outcome outcome = settled.outcome();
        for (Arrival.Named file : arrival.files()) {
            Place place = new Place(settled.submission(), file.name());
            Files.Content content = content(file);
            if (content == null || Arrays.equals(kept.get(place), content.sha256())) continue;
            boolean taken = exchanges.take(arrival, settled.submission(), file.name(), content);
            if (taken) kept.put(place, content.sha256());
            if (!taken) outcome = Outcome.OTHER_FILE;
            else if (outcome == Outcome.KNOWN) outcome = Outcome.OTHER_TAKEN;
        }
        return outcome;
    }

    /** @return the digest of what fills each place now for which something came */
    private Map<Place, byte[]> insert(Map<Place, Files.@Nullable Content> contents) {
        List<UUID> fileIds = files.referAll(named(contents));
        @Nullable Object[] given = spread(contents, fileIds);
        Map<Place, UUID> filled = fill(contents, given);
        Map<Place, byte[]> kept = new HashMap<>();
        int i = 0;
        for (Map.Entry<Place, Files.@Nullable Content> one : contents.entrySet()) {
            UUID ours = (UUID) given[i++];
            UUID theirs = filled.get(one.getKey());
            if (ours == null) continue;
            if (ours.equals(theirs)) {
                kept.put(one.getKey(), one.getValue().sha256());
                continue;
            }
            Files.StoredFile before = files.find(theirs).orElseThrow();
            kept.put(one.getKey(), before.content().sha256());
            // Nothing refers to it: it would keep the content for ever, also once the report is taken back.
            files.release(ours);
        }
        return kept;
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
