package org.commonweal.hub.campaigns.sensors;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Arrivals;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.campaigns.intake.Instance;
import org.commonweal.hub.campaigns.intake.InstanceWriter;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Question;
import org.springframework.stereotype.Component;

/** Turns a reading, values by question, into an arrival of the campaign's current form. */
@Component
class Readings {
    private final Forms forms;
    private final FormModels models;
    private final Arrivals arrivals;
    private final Personal personal;

    Readings(Forms forms, FormModels models, Arrivals arrivals, Personal personal) {
        this.forms = forms;
        this.models = models;
        this.arrivals = arrivals;
        this.personal = personal;
    }

    /** What a campaign takes readings for: its form, as served and as drawn, and the questions at its root by name. */
    record Target(Campaign campaign, ServedForm form, Form drawn, Map<String, Question> questions) {}

    /** @throws Refusal when the campaign takes no answers now or has no form */
    Target requireTarget(Campaign campaign) {
        if (!campaign.isOpen()) throw Refusal.conflict("This campaign does not take readings now.");
        ServedForm form = forms.findCurrent(campaign.id())
                .orElseThrow(() -> Refusal.conflict("This campaign has no form that says what is measured."));
        Form drawn = models.get(form.id());
        Map<String, Question> questions = drawn.items().stream()
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .collect(Collectors.toMap(Question::name, question -> question, (a, b) -> a, LinkedHashMap::new));
        return new Target(campaign, form, drawn, questions);
    }

    /**
     * The same for the same row of a table. Under the hub's key: the plain digest could be computed from a table that is
     * public, by whoever wants to bring something else under it first.
     */
    String rowId(Target target, String row) {
        byte[] digest = personal.digest("row " + target.campaign().id(), row);
        return "row:" + HexFormat.of().formatHex(digest);
    }

    /**
     * @param instanceId the same for the same reading, so that one sent twice is stored once
     * @param at when it was measured
     */
    Arrival arrival(Target target, String instanceId, Map<String, String> values, Contributor contributor, Instant at) {
        String xml = InstanceWriter.write(target.form(), instanceId, values);
        Map<String, Object> answers = new LinkedHashMap<>(values);
        answers.put("meta", Map.of("instanceID", instanceId));
        Instance instance = new Instance(target.form().formId(), target.form().version(), instanceId, "", answers);
        return arrivals.of(target.campaign(), target.form(), instance, xml, contributor, null, Map.of())
                .observedAt(at);
    }
}
