package org.commonweal.hub.campaigns.dataset;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Text;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What findings are made of: the approved submissions of a campaign. Answers within repeats are not offered yet.
 *
 * <p>Contributors are told apart by account, or by the device that their client names: its word, which somebody could
 * make up. Where neither is known a row has no contributor and adds nothing to a count of people.
 */
@Component
class CampaignDataset implements Dataset {
    private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*\\(([^()]{1,12})\\)");
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormModels models;
    private final Inspection inspection;
    private final TransactionTemplate reading;

    CampaignDataset(
            JdbcClient jdbc,
            JdbcTemplate template,
            Campaigns campaigns,
            Forms forms,
            FormModels models,
            Inspection inspection,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.campaigns = campaigns;
        this.forms = forms;
        this.models = models;
        this.inspection = inspection;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
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
                        .map(form -> variables(campaign.id(), models.get(form.id())))
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

    private List<Variable> variables(UUID campaign, Form form) {
        Set<String> words = wordy(campaign, form);
        Map<String, Map<String, Option>> before = earlierOptions(campaign);
        return asked(form)
                .map(question -> variable(
                        form,
                        question,
                        words.contains(path(question)) ? "text" : type(question),
                        before.getOrDefault(path(question), Map.of())))
                .toList();
    }

    /** By question: what earlier versions offered, and approved answers may hold though it is asked no more. */
    private Map<String, Map<String, Option>> earlierOptions(UUID campaign) {
        Map<String, Map<String, Option>> offered = new HashMap<>();
        for (UUID version : template.queryForList("""
                select f.id from campaigns.form f where f.campaign_id = ? and exists (
                  select from campaigns.submission s where s.campaign_id = f.campaign_id and s.form_id = f.id
                    and s.state = 'approved' and not s.replaced)
                order by f.created_at desc, f.id desc""", UUID.class, campaign)) {
            Form form = models.get(version);
            asked(form).filter(one -> !one.list().isEmpty()).forEach(question -> {
                Map<String, Option> known = offered.computeIfAbsent(path(question), path -> new LinkedHashMap<>());
                options(form, question).forEach(option -> known.putIfAbsent(option.name(), option));
            });
        }
        return offered;
    }

    // None where the form takes its choices from elsewhere: then nobody can say what was not offered.
    private static List<Option> allOptions(Form form, Question question, Map<String, Option> before) {
        List<Option> now = options(form, question);
        if (now.isEmpty()) return now;
        Map<String, Option> all = new LinkedHashMap<>();
        now.forEach(option -> all.put(option.name(), option));
        before.forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }

    // XLSForm has no column for a unit: ours is «unit»; without it the brackets at the end count, «Depth of the water
    // (m)».
    private static Variable variable(Form form, Question question, String type, Map<String, Option> before) {
        Text label = words(question.label(), question.name());
        String unit = question.parameters().getOrDefault("unit", "");
        Matcher brackets = UNIT.matcher(label.original());
        boolean inBrackets = type.equals("number") && unit.isEmpty() && brackets.matches();
        return new Variable(
                path(question),
                inBrackets ? withoutBrackets(label) : label,
                type,
                inBrackets ? brackets.group(2) : unit,
                allOptions(form, question, before));
    }

    private static Text withoutBrackets(Text label) {
        Map<String, String> words = new LinkedHashMap<>();
        label.byLanguage().forEach((language, one) -> {
            Matcher brackets = UNIT.matcher(one);
            words.put(language, brackets.matches() ? brackets.group(1) : one);
        });
        return new Text(label.source(), words);
    }

    private static Stream<Question> asked(Form form) {
        return collect(form.items()).filter(question -> !type(question).isEmpty());
    }

    private static Stream<Question> collect(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Question question -> Stream.of(question);
            case Group group -> collect(group.items());
            default -> Stream.empty();
        });
    }

    private static String path(Question question) {
        return question.path().substring(Form.ROOT.length() + 2);
    }

    /**
     * What a form computes may be a number or words, and the form does not say which: its own type is text for all. So
     * those are words that gave something else than a number.
     */
    private Set<String> wordy(UUID campaign, Form form) {
        List<String> computed = asked(form)
                .filter(question -> question.type() == QuestionType.CALCULATE)
                .map(CampaignDataset::path)
                .toList();
        if (computed.isEmpty()) return Set.of();
        return Set.copyOf(template.queryForList("""
                select p.path from unnest(?::text[]) as p (path) where exists (
                  select from campaigns.submission s where s.campaign_id = ? and s.state = 'approved' and not s.replaced
                    and s.answers #>> string_to_array(p.path, '/') !~ '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|)$')""", String.class, computed.toArray(String[]::new), campaign));
    }

    private static List<Option> options(Form form, Question question) {
        if (question.list().isEmpty()) return List.of();
        return form.getChoices(question.list()).stream()
                .map(choice -> new Option(choice.name(), words(choice.label(), choice.name())))
                .toList();
    }

    // English first, as everywhere where nothing says who reads, else what the author wrote first.
    private static Text words(org.commonweal.xlsform.form.Text text, String otherwise) {
        if (text.isEmpty()) return Text.of(Text.UNKNOWN, otherwise);
        Map<String, String> words = new LinkedHashMap<>();
        text.byLanguage().forEach((language, one) -> words.putIfAbsent(code(language), one));
        String first = words.keySet().iterator().next();
        return new Text(words.containsKey("en") ? "en" : first, words);
    }

    // «ar-TN» is Arabic to whoever reads Arabic.
    private static String code(String language) {
        return new Language(language)
                .code()
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .filter(code -> !code.isEmpty())
                .orElse(Text.UNKNOWN);
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, RANGE, CALCULATE -> "number";
            case SELECT_ONE -> "choice";
            case SELECT_MULTIPLE -> "choices";
            case TEXT, BARCODE -> "text";
            case DATE, DATE_TIME, START, END, TODAY -> "date";
            default -> "";
        };
    }

    // Names come from the form itself, and each is bound as a parameter: nothing of a request reaches the statement.
    @Override
    public List<Row> rows(UUID id, List<String> variables) {
        Campaign campaign = campaigns.get(id);
        Set<String> known = new HashSet<>();
        forms.listIds(id).forEach(form -> asked(models.get(form)).forEach(one -> known.add(path(one))));
        variables.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The form has no question " + name + "; it has " + known);
        });
        inspection.inspectAll(id);
        // Within a transaction, or the driver would hold all rows before the first is read.
        return Objects.requireNonNull(
                reading.execute(status -> rows(id, campaign.protection().subject(), variables)));
    }

    private List<Row> rows(UUID id, String subject, List<String> variables) {
        List<@Nullable String> paths = new ArrayList<>();
        // The empty path would be the whole answer. What later versions no longer ask is still named by older answers.
        paths.add(subject.isEmpty() ? null : path(subject));
        variables.forEach(name -> paths.add(path(name)));
        String columns = ", coalesce(answers #>> ?::text[], '')".repeat(paths.size());
        List<@Nullable Object> parameters = new ArrayList<>(paths);
        parameters.add(id);
        Origins origins = new Origins();
        return jdbc.sql(
                        "select id, observed_at, contributor, latitude, longitude, sha256, source, form_id, broken, answers #>> '{"
                                + Consent.GROUP + ",version}'" + columns
                                + " from campaigns.submission where campaign_id = ? and state = 'approved' and not replaced"
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
                refused(row.getArray(9), variables),
                row.getBytes(6),
                origins.of(row.getString(7), row.getObject(8, UUID.class), row.getString(10)));
    }

    private static Set<String> refused(@Nullable Array broken, List<String> variables) throws SQLException {
        if (broken == null) return Set.of();
        Set<String> paths = Set.of((String[]) broken.getArray());
        return paths.isEmpty()
                ? Set.of()
                : variables.stream().filter(paths::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static double degrees(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
