package org.commonweal.hub.campaigns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Text;
import org.commonweal.xlsform.XForm;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.springframework.util.DigestUtils;

/**
 * A campaign as a test draws it: it says what it is about, the rest is ordinary. It protects people, speaks English and
 * takes answers from anybody.
 *
 * <pre>
 * Campaign campaign = Drawn.campaign("Wells").keptFor(12).open(campaigns);
 * ServedForm form = Drawn.form(campaign, "1", "# survey\ntype | name | label\ntext | depth | Depth\n");
 * </pre>
 */
public final class Drawn {
    private final UUID id = Ids.next();
    private final Text title;
    private UUID organisation = Ids.next();
    private Text consent = Text.of("en", "I agree that my answers are stored");
    private String zone = "UTC";
    private int retentionMonths = 24;
    private Campaign.Protection protection = Campaign.Protection.PEOPLE;
    private boolean anonymous = true;
    private Campaign.Place place = Campaign.Place.NOWHERE;

    private Drawn(String title) {
        this.title = Text.of("en", title);
    }

    public static Drawn campaign(String title) {
        return new Drawn(title);
    }

    public Drawn of(UUID owner) {
        organisation = owner;
        return this;
    }

    public Drawn in(String zoneId) {
        zone = zoneId;
        return this;
    }

    public Drawn consent(Text words) {
        consent = words;
        return this;
    }

    /** Where it takes effect. */
    public Drawn at(Campaign.Place where) {
        place = where;
        return this;
    }

    public Drawn keptFor(int months) {
        retentionMonths = months;
        return this;
    }

    /** Its figures speak of things, which the answers to this question name. */
    public Drawn about(String subject) {
        protection = new Campaign.Protection(true, 1, "Sensors on public buildings", true, subject);
        return forMembers();
    }

    public Drawn forMembers() {
        anonymous = false;
        return this;
    }

    public Campaign open(Campaigns campaigns) {
        draft(campaigns);
        campaigns.setState(id, Campaign.State.OPEN);
        return campaigns.get(id);
    }

    /** Kept, but not yet open. */
    public Campaign draft(Campaigns campaigns) {
        campaigns.save(new Campaign(
                id,
                organisation,
                new Campaign.About(
                        title,
                        Text.of("en", "Which wells give water that can be drunk"),
                        Text.of("en", "Whoever draws water there"),
                        "wells@example.org",
                        List.of(),
                        place,
                        ZoneId.of(zone),
                        4,
                        null,
                        anonymous),
                new Campaign.Promise(
                        Text.of("en", "We count and map the wells. No name and no exact place is published."),
                        consent,
                        1,
                        retentionMonths,
                        protection),
                Campaign.Life.draft(Instant.EPOCH)));
        return campaigns.get(id);
    }

    /** The form of a drawing (see {@link Sheets}) as clients get it, the consent first; not yet kept. */
    public static ServedForm form(Campaign campaign, String version, String drawing) {
        Form form = read(drawing);
        String formId = "drawn-" + Ids.tail(campaign.id());
        String xform = XForm.write(consent(campaign).before(form).identifiedAs(formId, version));
        return new ServedForm(
                Ids.next(),
                campaign.id(),
                formId,
                version,
                campaign.title().original(),
                xform,
                DigestUtils.md5DigestAsHex(xform.getBytes(StandardCharsets.UTF_8)),
                paths(form, type -> type == QuestionType.GEOPOINT).stream()
                        .findFirst()
                        .orElse(""),
                paths(form, QuestionType::isFile));
    }

    /** The same, kept and so served from now on. */
    public static ServedForm serve(Forms forms, Campaign campaign, String version, String drawing) {
        ServedForm form = form(campaign, version, drawing);
        forms.add(form, Sheets.xlsx(drawing));
        return form;
    }

    /** The form as its author drew it. */
    public static Form read(String drawing) {
        try {
            return XlsForm.read(new ByteArrayInputStream(Sheets.xlsx(drawing)), "drawn.xlsx")
                    .getForm();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private static Consent consent(Campaign campaign) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(campaign.consent().source(), campaign.consent().original());
        campaign.consent().byLanguage().forEach(words::putIfAbsent);
        return new Consent(Integer.toString(campaign.consentVersion()), org.commonweal.xlsform.form.Text.of(words));
    }

    private static List<String> paths(Form form, Predicate<QuestionType> wanted) {
        return form.listQuestions().stream()
                .filter(question -> wanted.test(question.type()))
                .map(Question::path)
                .map(path -> path.substring("/data/".length()))
                .toList();
    }
}
