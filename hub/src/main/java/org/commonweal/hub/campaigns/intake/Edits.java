package org.commonweal.hub.campaigns.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Submissions that replace an earlier one ({@code meta/deprecatedID}): rare, so one by one, under the original's lock. */
@Component
class Edits {
    private final JdbcClient jdbc;

    Edits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Original(
            UUID id,
            boolean replaced,
            boolean withdrawn,
            @Nullable UUID person,
            byte @Nullable [] contributor,
            @Nullable UUID token) {
        // Known by account, else by device, else by the token alone: the most that is known of it must agree.
        boolean isFrom(Arrival edit) {
            if (person != null) return person.equals(edit.person());
            if (contributor != null) return Arrays.equals(contributor, edit.contributor());
            return token == null || token.equals(edit.token());
        }
    }

    /** To be called within the group's transaction. */
    Store.Settled apply(Arrival edit) {
        Optional<Store.Settled> known = known(edit);
        if (known.isPresent()) return known.get();
        Optional<Original> original = lockOriginal(edit);
        // The same edit may have come in while this one waited for the lock.
        known = known(edit);
        if (known.isPresent()) return known.get();
        if (original.isEmpty()) return new Store.Settled(Outcome.UNKNOWN_ORIGINAL, edit.id());
        if (original.get().withdrawn()) return new Store.Settled(Outcome.WITHDRAWN, edit.id());
        if (!original.get().isFrom(edit)) return new Store.Settled(Outcome.OF_ANOTHER, edit.id());
        if (original.get().replaced()) return new Store.Settled(Outcome.OUTDATED, edit.id());
        replace(edit, original.get().id());
        return new Store.Settled(Outcome.EDITED, edit.id());
    }

    private Optional<Store.Settled> known(Arrival edit) {
        return find(edit).map(same -> {
            boolean equal = Arrays.equals(same.sha256(), edit.sha256());
            Outcome outcome = same.withdrawn() ? Outcome.WITHDRAWN : equal ? Outcome.KNOWN : Outcome.CONFLICT;
            return new Store.Settled(outcome, same.id());
        });
    }

    private Optional<Store.Standing> find(Arrival edit) {
        return jdbc.sql("select id, sha256, state = 'withdrawn' from campaigns.submission"
                        + " where campaign_id = :campaign and instance_id = :instance for share")
                .param("campaign", edit.campaign())
                .param("instance", edit.instanceId())
                .query((row, n) -> new Store.Standing(row.getObject(1, UUID.class), row.getBytes(2), row.getBoolean(3)))
                .optional();
    }

    private Optional<Original> lockOriginal(Arrival edit) {
        return jdbc.sql(
                        "select id, replaced, state = 'withdrawn', person_id, contributor, token_id"
                                + " from campaigns.submission where campaign_id = :campaign and instance_id = :instance for update")
                .param("campaign", edit.campaign())
                .param("instance", edit.replaces())
                .query((row, n) -> new Original(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getObject(4, UUID.class),
                        row.getBytes(5),
                        row.getObject(6, UUID.class)))
                .optional();
    }

    // The contributor's link, person, key and address go on with the line, and so does the day on which it all goes;
    // the review begins anew.
    private void replace(Arrival edit, UUID original) {
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, form_id, instance_id, replaces, source, token_id,
                          person_id, observed_at, xml, sha256, answers, contributor, link_digest, latitude,
                          longitude, delete_after)
                        select :id, campaign_id, :form, :instance, id, :source, coalesce(:token::uuid, token_id),
                          coalesce(:person::uuid, person_id), :observed, :xml, :sha256, :answers::jsonb,
                          coalesce(contributor, :contributor), coalesce(link_digest, :link),
                          nullif(:latitude, 'NaN'::float8), nullif(:longitude, 'NaN'::float8), delete_after
                        from campaigns.submission where id = :original""")
                .param("id", edit.id())
                .param("form", edit.form(), java.sql.Types.OTHER)
                .param("instance", edit.instanceId())
                .param("source", edit.source())
                .param("token", edit.token(), java.sql.Types.OTHER)
                .param("person", edit.person(), java.sql.Types.OTHER)
                .param("observed", edit.observedAt().atOffset(java.time.ZoneOffset.UTC))
                .param("xml", edit.xml())
                .param("sha256", edit.sha256())
                .param("answers", edit.answersJson())
                .param("contributor", edit.contributor(), java.sql.Types.BINARY)
                .param("link", edit.linkDigest(), java.sql.Types.BINARY)
                .param("latitude", edit.latitude())
                .param("longitude", edit.longitude())
                .param("original", original)
                .update();
        jdbc.sql("update campaigns.submission set replaced = true, link_digest = null where id = :original")
                .param("original", original)
                .update();
        jdbc.sql("update private.reply_address set submission_id = :id where submission_id = :original")
                .param("id", edit.id())
                .param("original", original)
                .update();
    }
}
