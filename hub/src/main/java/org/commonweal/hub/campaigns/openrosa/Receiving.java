package org.commonweal.hub.campaigns.openrosa;

import java.util.Optional;
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
import org.commonweal.hub.campaigns.intake.KeptLinks;
import org.commonweal.hub.campaigns.intake.Outcome;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Settings;
import org.commonweal.xlsform.form.Consent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes one submission in and says so, or why not, in the protocol's codes. */
@Component
class Receiving {
    private final Forms forms;
    private final Arrivals arrivals;
    private final Intake intake;
    private final KeptLinks links;
    private final Settings settings;

    Receiving(Forms forms, Arrivals arrivals, Intake intake, KeptLinks links, Settings settings) {
        this.forms = forms;
        this.arrivals = arrivals;
        this.intake = intake;
        this.links = links;
        this.settings = settings;
    }

    /** @throws OpenRosaFault 409 when the campaign is closed: then nothing need be read */
    void requireOpen(Campaign campaign) {
        if (!campaign.isOpen())
            throw new OpenRosaFault(HttpStatus.CONFLICT, "This campaign does not take answers now.");
    }

    /** @throws OpenRosaFault when this can't be taken whatever files come with it */
    Answered check(Campaign campaign, String xml) {
        Instance instance = read(xml);
        ServedForm form = forms.find(instance.formId(), instance.version())
                .filter(found -> found.campaign().equals(campaign.id()))
                .orElseThrow(() -> new OpenRosaFault(
                        HttpStatus.NOT_FOUND,
                        "This campaign has no form ‹" + instance.formId() + "› in version ‹" + instance.version()
                                + "›. Fetch the form again."));
        requireConsent(form, instance);
        return new Answered(xml, instance, form, instance.listAll(form.filePaths()));
    }

    /** @param reached the site as its client reaches it, for the private link while no public address is set */
    String receive(Campaign campaign, Tokens.Token token, String deviceId, Upload upload, String reached) {
        Answered answered = upload.answered();
        Secret link = arrivals.linkOf(campaign, answered.instance());
        // Without a device nobody can be told: a shared token alone says nothing about how many people stand behind it.
        String key = deviceId.isEmpty() ? "" : "device " + deviceId;
        Arrival arrival = arrivals.of(
                campaign,
                answered.form(),
                answered.instance(),
                answered.xml(),
                new Contributor("openrosa", token.id(), null, key),
                link,
                upload.files());
        Outcome outcome = intake.accept(arrival);
        Optional<String> address = link(campaign, answered.instance(), outcome, link)
                .map(known -> settings.findPublicUrl().orElse(reached) + "/reports/" + known.text());
        return answer(outcome, answered.instance(), address);
    }

    // What says nothing of consent at all comes from no client that showed this form: it is taken in, so that nothing
    // is lost, but counts only once a reviewer has said how its contributor agreed (decision 0059).
    private static void requireConsent(ServedForm form, Instance instance) {
        Optional<String> asked = form.consentVersion();
        if (asked.isEmpty() || !instance.answers().containsKey(Consent.GROUP)) return;
        if (!instance.find(Consent.GROUP + "/agreed").equals(Optional.of(Consent.AGREED)))
            throw new OpenRosaFault(
                    HttpStatus.BAD_REQUEST,
                    "The consent at the beginning is not given. Without it we may not take these answers: open the form"
                            + " again, read the text, tick the box and send it once more.");
        if (!instance.find(Consent.GROUP + "/version").equals(asked))
            throw new OpenRosaFault(
                    HttpStatus.BAD_REQUEST,
                    "These answers agree to another wording of the consent than this form asks. Fetch the form again.");
    }

    // A new report has the link just made. A changed one keeps that of its first version; one that was here already has
    // the link that its identifier tells, if it has one.
    private Optional<Secret> link(Campaign campaign, Instance instance, Outcome outcome, Secret made) {
        if (outcome == Outcome.STORED) return Optional.of(made);
        if (!outcome.isStored()) return Optional.empty();
        if (!instance.deprecatedId().isEmpty()) return links.find(campaign, instance);
        return instance.instanceId().isEmpty() ? Optional.empty() : Optional.of(made);
    }

    private static String answer(Outcome outcome, Instance instance, Optional<String> address) {
        return switch (outcome) {
            case STORED ->
                OpenRosaXml.accepted(
                        "Thank you. See what becomes of your report, or withdraw it: " + address.orElseThrow());
            case KNOWN ->
                OpenRosaXml.accepted(knownAlready(instance)
                        + address.map(known -> " See what becomes of it, or withdraw it: " + known)
                                .orElse(""));
            case OTHER_TAKEN ->
                OpenRosaXml.accepted(
                        "This report was here already. The file that came now stands in the place of the one"
                                + " under the same name."
                                + address.map(known -> " See what becomes of it, or withdraw it: " + known)
                                        .orElse(""));
            case WITHDRAWN -> OpenRosaXml.accepted("This report was taken back before. Nothing is stored again.");
            case EDITED ->
                OpenRosaXml.accepted("Your change is in."
                        + address.map(kept -> " See what becomes of your report, or withdraw it: " + kept)
                                .orElse(" The private link of your report stays the same."));
            case CONFLICT ->
                throw new OpenRosaFault(
                        HttpStatus.CONFLICT,
                        "Another report with the same instanceID and other answers is here already.");
            case OTHER_FILE ->
                throw new OpenRosaFault(
                        HttpStatus.CONFLICT,
                        "This report is here already, with another file under the same name, which stays: it was decided"
                                + " on, or came from another device or account. What was missing of it is added. Sending"
                                + " it again changes nothing: show whoever runs the campaign the file that you have, then"
                                + " delete this form on your device.");
            case OUTDATED ->
                throw new OpenRosaFault(HttpStatus.CONFLICT, "This report was changed by somebody else meanwhile.");
            case UNKNOWN_ORIGINAL ->
                throw new OpenRosaFault(HttpStatus.NOT_FOUND, "The report that this one changes is not here.");
            case OF_ANOTHER ->
                throw new OpenRosaFault(
                        HttpStatus.FORBIDDEN,
                        "Another device or account sent the report that this one changes. Change it from there.");
        };
    }

    private static String knownAlready(Instance instance) {
        return instance.instanceId().isEmpty()
                ? "The same answers came from here before, and are kept once: they have no instanceID that would tell two"
                        + " reports apart."
                : "This report was here already. Nothing is lost.";
    }

    private static Instance read(String xml) {
        try {
            return InstanceReader.read(xml);
        } catch (BrokenInstanceException broken) {
            throw new OpenRosaFault(HttpStatus.BAD_REQUEST, broken.getMessage());
        }
    }
}
