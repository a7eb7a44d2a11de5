package org.commonweal.hub.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.xlsform.form.Consent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the campaigns' forms. A version never changes once stored, so those asked for are remembered. */
@Component
public class Forms {
    private static final String COLUMNS =
            "select id, campaign_id, form_id, version, title, xform, md5, point_path, file_paths from campaigns.form";
    private static final String NEWEST_FIRST = " where campaign_id = :campaign order by created_at desc, id desc";

    private final JdbcClient jdbc;
    private final Cache<UUID, ServedForm> remembered =
            Caffeine.newBuilder().maximumSize(500).build();
    private final Cache<Name, UUID> ids = Caffeine.newBuilder().maximumSize(500).build();

    private record Name(String formId, String version) {}

    Forms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version by what an instance says of itself. */
    public Optional<ServedForm> find(String formId, String version) {
        return Optional.ofNullable(ids.get(new Name(formId, version), this::readId))
                .flatMap(this::find);
    }

    public Optional<ServedForm> find(UUID id) {
        return Optional.ofNullable(remembered.get(id, this::read));
    }

    private @Nullable UUID readId(Name name) {
        return jdbc.sql("select id from campaigns.form where form_id = :form and version = :version")
                .param("form", name.formId())
                .param("version", name.version())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private @Nullable ServedForm read(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Forms::form)
                .optional()
                .orElse(null);
    }

    /** The version that is asked with now: the newest. */
    public Optional<ServedForm> findCurrent(UUID campaign) {
        return jdbc.sql("select id from campaigns.form" + NEWEST_FIRST + " limit 1")
                .param("campaign", campaign)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** All versions, newest first. */
    public List<ServedForm> listVersions(UUID campaign) {
        return jdbc.sql(COLUMNS + NEWEST_FIRST)
                .param("campaign", campaign)
                .query(Forms::form)
                .list();
    }

    /** The same without their texts, which may be long. */
    public List<UUID> listIds(UUID campaign) {
        return jdbc.sql("select id from campaigns.form" + NEWEST_FIRST)
                .param("campaign", campaign)
                .query(UUID.class)
                .list();
    }

    /** Those that somebody answered, the newest first. */
    public List<UUID> listAnswered(UUID campaign) {
        List<UUID> answered = jdbc.sql("select distinct form_id from campaigns.submission"
                        + " where campaign_id = :campaign and form_id is not null")
                .param("campaign", campaign)
                .query(UUID.class)
                .list();
        return listIds(campaign).stream().filter(answered::contains).toList();
    }

    /** The versions that ask first whether the contributor agrees. */
    public List<UUID> listAskingConsent(UUID campaign) {
        return jdbc.sql("select id from campaigns.form where campaign_id = :campaign and position(:asks in xform) > 0")
                .param("campaign", campaign)
                .param("asks", "<" + Consent.GROUP)
                .query(UUID.class)
                .list();
    }

    /** The spreadsheet as it was uploaded. */
    public Optional<byte[]> findSheet(UUID form) {
        return jdbc.sql("select sheet from campaigns.form where id = :form")
                .param("form", form)
                .query(byte[].class)
                .optional();
    }

    /** Whether another campaign's clients know a form by this id. */
    public boolean isTaken(String formId, UUID campaign) {
        return jdbc.sql(
                        "select exists (select 1 from campaigns.form where form_id = :form and campaign_id <> :campaign)")
                .param("form", formId)
                .param("campaign", campaign)
                .query(Boolean.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the form id has this version already */
    public void add(ServedForm form, byte[] sheet) {
        jdbc.sql("""
                        insert into campaigns.form (id, campaign_id, form_id, version, title, sheet, xform, md5, point_path,
                          file_paths)
                        values (:id, :campaign, :form, :version, :title, :sheet, :xform, :md5, :point, :files)""")
                .param("id", form.id())
                .param("campaign", form.campaign())
                .param("form", form.formId())
                .param("version", form.version())
                .param("title", form.title())
                .param("sheet", sheet)
                .param("xform", form.xform())
                .param("md5", form.md5())
                .param("point", form.pointPath())
                .param("files", form.filePaths().toArray(String[]::new))
                .update();
    }

    private static ServedForm form(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new ServedForm(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                List.of((String[]) row.getArray(9).getArray()));
    }
}
