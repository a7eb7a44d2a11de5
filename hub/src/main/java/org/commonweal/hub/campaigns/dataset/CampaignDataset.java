package org.commonweal.hub.campaigns.dataset;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.form.Consent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What findings are made of: the approved submissions of a campaign. Answers within repeats are not offered yet.
 *
 * <p>Contributors are told apart by account, or by the device that their client names: its word, which somebody could
 * make up. Where neither is known a row has no contributor and adds nothing to a count of people.
 */
@Component
class CampaignDataset implements Dataset {
    private final JdbcClient jdbc;
    private final Variables variables;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormModels models;
    private final Inspection inspection;

    CampaignDataset(
            JdbcClient jdbc,
            Variables variables,
            Campaigns campaigns,
            Forms forms,
            FormModels models,
            Inspection inspection) {
        this.jdbc = jdbc;
        this.variables = variables;
        this.campaigns = campaigns;
        this.forms = forms;
        this.models = models;
        this.inspection = inspection;
    }

    private record Counts(long received, long approved, long rejected) {}

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public Optional<Description> find(UUID id) {
        return opened(id).map(campaign -> describe(campaign, count(id)));
    }

    @Override
    public Optional<String> findPath(UUID id) {
        return opened(id).map(Campaign::path);
    }

    private Optional<Campaign> opened(UUID id) {
        return campaigns.find(id).filter(campaign -> campaign.state() != Campaign.State.DRAFT);
    }

    @Override
    public void prepare(UUID id) {
        inspection.inspectApproved(id);
    }

    @Override
    public List<String> topics(UUID id) {
        return campaigns.get(id).topics();
    }

    @Override
    public void requireTellable(UUID id) {
        if (!campaigns.get(id).protection().approved())
            throw Refusal.conflict(
                    "A second person has to agree that this campaign speaks of things, and to the questions"
                            + " it asks now. Until then no finding can be made of it.");
    }

    private Description describe(Campaign campaign, Counts counts) {
        Campaign.Protection protection = campaign.protection();
        return new Description(
                campaign.ref(),
                campaign.organisation(),
                campaign.title().original(),
                campaign.path(),
                campaign.why().original(),
                campaign.whoCanAnswer().original(),
                !protection.things(),
                protection.things() && !protection.subject().isEmpty(),
                protection.threshold(),
                campaign.zone(),
                campaign.place().country(),
                counts.received(),
                counts.approved(),
                counts.rejected(),
                forms.findCurrent(campaign.id())
                        .map(form -> variables.list(campaign.id(), models.get(form.id())))
                        .orElse(List.of()));
    }

    private Counts count(UUID campaign) {
        return jdbc.sql("""
                        select count(*), count(*) filter (where state = 'approved'),
                          count(*) filter (where state = 'rejected')
                        from campaigns.submission where campaign_id = :campaign and not replaced""")
                .param("campaign", campaign)
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    // Names come from the form itself, and each is bound as a parameter: nothing of a request reaches the statement.
    // Within a transaction, or the driver would hold all rows before the first is read.
    @Override
    @Transactional(readOnly = true)
    public List<Row> rows(UUID id, List<String> variables) {
        Campaign campaign = campaigns.get(id);
        Set<String> known = new HashSet<>();
        forms.listIds(id)
                .forEach(form -> Variables.asked(models.get(form)).forEach(one -> known.add(Variables.path(one))));
        variables.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The form has no question " + name + "; it has " + known);
        });
        List<@Nullable String> paths = new ArrayList<>();
        // The empty path would be the whole answer. What later versions no longer ask is still named by older answers.
        String subject = campaign.protection().subject();
        paths.add(subject.isEmpty() ? null : path(subject));
        variables.forEach(name -> paths.add(path(name)));
        String columns = ", coalesce(answers #>> ?::text[], '')".repeat(paths.size());
        List<@Nullable Object> parameters = new ArrayList<>(paths);
        parameters.add(id);
        Origins origins = new Origins();
        return jdbc.sql(
                        "select id, observed_at, contributor, latitude, longitude, sha256, source, form_id, broken, answers #>> '{"
                                + Consent.GROUP + ",version}'" + columns
                                + " from campaigns.submission where campaign_id = ? and state = 'approved' and not replaced and broken is not null"
                                + " order by observed_at, id")
                .withFetchSize(1_000)
                .params(parameters)
                .query((row, n) -> row(row, variables, origins))
                .list();
    }

    /** The few origins of many rows, each kept once. */
    private final class Origins {
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<Origin, Origin> known = new HashMap<>();

        Origin of(String way, @Nullable UUID form, @Nullable String consent) {
            String name = form == null ? "" : names.computeIfAbsent(form, this::name);
            Origin plain = new Origin(way, name, 0);
            boolean agreed = plain.answered() && consent != null && consent.matches("[0-9]{1,9}");
            Origin origin = agreed ? new Origin(way, name, Integer.parseInt(consent)) : plain;
            return known.computeIfAbsent(origin, one -> one);
        }

        private String name(UUID form) {
            return forms.find(form)
                    .map(one -> one.formId() + " " + one.version())
                    .orElse("");
        }
    }

    private static String path(String name) {
        return "{" + name.replace('/', ',') + "}";
    }

    private static Row row(ResultSet row, List<String> variables, Origins origins) throws SQLException {
        byte[] contributor = row.getBytes(3);
        List<String> values = new ArrayList<>(variables.size());
        for (int i = 0; i < variables.size(); i++) values.add(row.getString(12 + i));
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                contributor == null ? "" : HexFormat.of().formatHex(contributor),
                row.getString(11),
                degrees(row, 4),
                degrees(row, 5),
                values,
                refused(row.getArray(9), variables, values),
                row.getBytes(6),
                origins.of(row.getString(7), row.getObject(8, UUID.class), row.getString(10)));
    }

    // What is against the form because it is missing is no answer that could be left out.
    private static Set<String> refused(@Nullable Array broken, List<String> variables, List<String> values)
            throws SQLException {
        if (broken == null) return Set.of();
        Set<String> paths = Set.of((String[]) broken.getArray());
        if (paths.contains(Inspection.ALL)) return Set.copyOf(variables);
        if (paths.isEmpty()) return Set.of();
        return IntStream.range(0, variables.size())
                .filter(i -> paths.contains(variables.get(i)) && !values.get(i).isBlank())
                .mapToObj(variables::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static double degrees(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
