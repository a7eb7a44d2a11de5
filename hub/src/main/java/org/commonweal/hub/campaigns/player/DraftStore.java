package org.commonweal.hub.campaigns.player;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * DraftStore in the database: found by the digest of a secret that only the device has, sealed under the hub's key.
 *
 * <p>Sealing under the device's secret itself was thought of: then not even the hub could read a draft, but the sweep
 * could not release its files either.
 */
@Component
public class DraftStore {
    static final int KEPT_DAYS = 30;

    private final JdbcClient jdbc;
    private final Personal personal;
    private final Files files;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, Personal personal, Files files, JsonMapper json) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.files = files;
        this.json = json;
    }

    Optional<Draft> find(byte[] digest) {
        return find(digest, "");
    }

    /** The same, held until the transaction ends: steps of one device go one after the other. */
    Optional<Draft> hold(byte[] digest) {
        return find(digest, " for update");
    }

    private Optional<Draft> find(byte[] digest, String lock) {
        return jdbc.sql("select sealed from campaigns.draft where digest = :digest" + lock)
                .param("digest", digest)
                .query(byte[].class)
                .optional()
                .map(this::open);
    }

    /** Writes down a draft with nothing in it, unless there is one. */
    void begin(byte[] digest, UUID campaign, Draft draft) {
        write(digest, campaign, draft, "nothing");
    }

    void save(byte[] digest, UUID campaign, Draft draft) {
        write(
                digest,
                campaign,
                draft,
                "update set form_id = excluded.form_id, sealed = excluded.sealed, updated_at = now()");
    }

    private void write(byte[] digest, UUID campaign, Draft draft, String otherwise) {
        jdbc.sql("insert into campaigns.draft (digest, campaign_id, form_id, sealed)"
                        + " values (:digest, :campaign, :form, :sealed) on conflict (digest) do " + otherwise)
                .param("digest", digest)
                .param("campaign", campaign)
                .param("form", draft.form())
                .param("sealed", personal.sealForHub(json.writeValueAsString(draft)))
                .update();
    }

    /** Forgets it and its files. */
    @Transactional
    public void remove(byte[] digest) {
        hold(digest).ifPresent(this::release);
        jdbc.sql("delete from campaigns.draft where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /**
     * What has arrived is forgotten but for its link; its files have rows of their own now. Of a trial the answers stay,
     * to be shown, and the files go.
     */
    @Transactional
    public void settle(Guest guest) {
        hold(guest.draftDigest()).filter(draft -> draft.sent() != null).ifPresent(draft -> {
            release(draft);
            save(guest.draftDigest(), guest.campaign().id(), guest.tries() ? draft.withoutFiles() : draft.arrived());
        });
    }

    /** Forgets the link of what has arrived: somebody else may hold the device next. */
    @Transactional
    public void forgetLink(Guest guest) {
        hold(guest.draftDigest())
                .filter(Draft::hasArrived)
                .ifPresent(draft -> save(guest.draftDigest(), guest.campaign().id(), draft.done()));
    }

    /**
     * Forgets all drafts of a campaign and their files, before it is deleted: which files they are stands in the sealed
     * text alone. Nobody begins another one until the transaction ends.
     */
    @Transactional
    public void removeAllOf(UUID campaign) {
        jdbc.sql("select id from campaigns.campaign where id = :campaign for update")
                .param("campaign", campaign)
                .query()
                .listOfRows();
        List<byte[]> removed = jdbc.sql("delete from campaigns.draft where campaign_id = :campaign returning sealed")
                .param("campaign", campaign)
                .query(byte[].class)
                .list();
        removed.forEach(bytes -> release(open(bytes)));
    }

    private void release(Draft draft) {
        draft.files().values().forEach(kept -> files.release(kept.file()));
    }

    /** Forgets what nobody has touched for thirty days. */
    @Transactional
    public void sweep() {
        List<byte[]> swept = jdbc.sql(
                        "delete from campaigns.draft where updated_at < now() - make_interval(days => :days)"
                                + " returning sealed")
                .param("days", KEPT_DAYS)
                .query(byte[].class)
                .list();
        swept.forEach(bytes -> release(open(bytes)));
    }

    private Draft open(byte[] sealed) {
        return json.readValue(personal.openForHub(sealed).getBytes(StandardCharsets.UTF_8), Draft.class);
    }
}
