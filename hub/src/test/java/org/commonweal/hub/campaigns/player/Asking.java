package org.commonweal.hub.campaigns.player;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Text;
import org.commonweal.xlsform.XForm;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that asks with a form that a test has drawn. */
final class Asking {
    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    Asking(Campaigns campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    Campaign open(String drawing) {
        return open(drawing, true);
    }

    Campaign open(String drawing, boolean anonymous) {
        UUID id = Ids.next();
        campaigns.save(new Campaign(
                id,
                Ids.next(),
                Text.of("en", "Wells of the valley"),
                Text.of("en", "Which wells give water that can be drunk"),
                Text.of("en", "We count and map the wells. No name and no exact place is published."),
                Text.of("en", "I agree that my answers are stored"),
                1,
                Text.of("en", "Whoever draws water there"),
                "wells@example.org",
                List.of(),
                Campaign.Place.NOWHERE,
                ZoneId.of("Asia/Aden"),
                4,
                24,
                null,
                Campaign.State.DRAFT,
                Campaign.Protection.PEOPLE,
                anonymous,
                Instant.EPOCH,
                null,
                null));
        set(id, "open");
        addForm(id, drawing);
        return campaigns.get(id);
    }

    void set(UUID campaign, String state) {
        jdbc.sql("update campaigns.campaign set state = :state where id = :id")
                .param("state", state)
                .param("id", campaign)
                .update();
    }

    void addForm(UUID campaign, String drawing) {
        byte[] sheet = Sheets.xlsx(drawing);
        Form form = read(sheet);
        String formId = "wells-" + Ids.tail(Ids.next());
        var words = org.commonweal.xlsform.form.Text.of(Map.of(
                "en",
                "We ask you about wells. You may stop at any time.",
                "ar",
                "نسألك عن الآبار. لك أن تتوقف متى شئت."));
        Form served = new Consent("1", words).before(form).identifiedAs(formId, "1");
        jdbc.sql("""
                        insert into campaigns.form (id, campaign_id, form_id, version, title, sheet, xform, md5, point_path,
                          file_paths) values (:id, :campaign, :form, '1', 'Wells', :sheet, :xform, '', :point, :files)""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("form", formId)
                .param("sheet", sheet)
                .param("xform", XForm.write(served))
                .param("point", String.join("", paths(form, type -> type == QuestionType.GEOPOINT)))
                .param("files", paths(form, QuestionType::isFile).toArray(String[]::new))
                .update();
    }

    private static List<String> paths(Form form, java.util.function.Predicate<QuestionType> wanted) {
        return form.listItems().stream()
                .filter(item -> item instanceof Question question && wanted.test(question.type()))
                .map(item -> item.path().substring("/data/".length()))
                .toList();
    }

    static Form read(byte[] sheet) {
        try {
            return XlsForm.read(new ByteArrayInputStream(sheet), "wells.xlsx").getForm();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }
}
