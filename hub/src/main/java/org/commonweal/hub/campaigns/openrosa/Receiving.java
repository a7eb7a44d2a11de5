package org.commonweal.hub.campaigns.openrosa;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Arrivals;
import org.commonweal.hub.campaigns.intake.BrokenInstanceException;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.campaigns.intake.Instance;
import org.commonweal.hub.campaigns.intake.InstanceReader;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.campaigns.intake.Outcome;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes one submission in and says so, or why not, in the protocol's codes. */
@Component
class Receiving {
    private final Forms forms;
    private final Arrivals arrivals;
    private final Intake intake;
    private final Settings settings;

    Receiving(Forms forms, Arrivals arrivals, Intake intake, Settings settings) {
        this.forms = forms;
        this.arrivals = arrivals;
        this.intake = intake;
        this.settings = settings;
    }

    String receive(Campaign campaign, Tokens.Token token, String deviceId, Upload upload) {
        Instance instance = read(upload.xml());
        ServedForm form = forms.find(instance.formId(), instance.version())
                .filter(found -> found.campaign().equals(campaign.id()))
                .orElseThrow(() -> new OpenRosaFault(
                        HttpStatus.NOT_FOUND,
                        "This campaign has no form ‹" + instance.formId() + "› in version ‹" + instance.version()
                                + "›. Fetch the form again."));
        if (!campaign.isOpen())
            throw new OpenRosaFault(HttpStatus.CONFLICT, "This campaign does not take answers now.");
        Secret link = Secret.make();
        // Without a device nobody can be told: a shared token alone says nothing about how many people stand behind it.
        String key = deviceId.isEmpty() ? "" : "device " + deviceId;
        Arrival arrival = arrivals.of(
                campaign,
                form,
                instance,
                upload.xml(),
                new Contributor("openrosa", token.id(), null, key),
                link,
                upload.files());
        return answer(intake.accept(arrival), link);
    }

    private String answer(Outcome outcome, Secret link) {
        return switch (outcome) {
            case STORED ->
                OpenRosaXml.accepted("Thank you. See what becomes of your report, or withdraw it: "
                        + settings.publicUrl() + "/reports/" + link.text());
            case KNOWN -> OpenRosaXml.accepted("This report was here already. Nothing is lost.");
            case WITHDRAWN -> OpenRosaXml.accepted("This report was taken back before. Nothing is stored again.");
            case EDITED -> OpenRosaXml.accepted("Your change is in.");
            case CONFLICT ->
                throw new OpenRosaFault(
                        HttpStatus.CONFLICT,
                        "Another report with the same instanceID and other answers is here already.");
            case OUTDATED ->
                throw new OpenRosaFault(HttpStatus.CONFLICT, "This report was changed by somebody else meanwhile.");
            case UNKNOWN_ORIGINAL ->
                throw new OpenRosaFault(HttpStatus.NOT_FOUND, "The report that this one changes is not here.");
        };
    }

    private static Instance read(String xml) {
        try {
            return InstanceReader.read(xml);
        } catch (BrokenInstanceException broken) {
            throw new OpenRosaFault(HttpStatus.BAD_REQUEST, broken.getMessage());
        }
    }
}
