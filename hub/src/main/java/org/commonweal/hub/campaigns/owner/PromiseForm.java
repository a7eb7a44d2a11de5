package org.commonweal.hub.campaigns.owner;

import static org.commonweal.hub.campaigns.owner.AboutForm.typed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.Protection;

/**
 * The second step as it was typed: what contributors are promised. {@link PromiseCheck} tells what is wrong with it.
 *
 * @param deletes that answers which are here may be deleted for it
 */
public record PromiseForm(
        String use,
        String consent,
        String retention,
        String unit,
        String threshold,
        String reason,
        String subject,
        boolean deletes) {
    static final String THINGS = "things";
    static final String PEOPLE = "people";

    static PromiseForm of(HttpServletRequest request) {
        return new PromiseForm(
                typed(request, "use"),
                typed(request, "consent").replace("\r\n", "\n"),
                typed(request, "retention"),
                typed(request, "unit"),
                typed(request, "threshold"),
                typed(request, "reason").replace("\r\n", "\n"),
                typed(request, "subject"),
                !typed(request, "deletes").isEmpty());
    }

    static PromiseForm of(Campaign campaign) {
        Protection protection = campaign.protection();
        return new PromiseForm(
                campaign.useOfAnswers().original(),
                campaign.consent().original(),
                Integer.toString(campaign.retentionMonths()),
                protection.things() ? THINGS : PEOPLE,
                Integer.toString(Math.max(protection.threshold(), Protection.FEWEST_PEOPLE)),
                protection.reason(),
                protection.subject(),
                false);
    }

    /** The same with words to begin with where nothing was said yet. */
    PromiseForm orConsent(String proposal) {
        return consent.isEmpty() ? consenting(proposal) : this;
    }

    PromiseForm consenting(String text) {
        return new PromiseForm(use, text, retention, unit, threshold, reason, subject, deletes);
    }

    /** What is kept of it, by field. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("use", use);
        fields.put("retention", retention);
        fields.put("consent", consent);
        fields.put("unit", unit);
        fields.put("threshold", threshold);
        fields.put("reason", reason);
        fields.put("subject", subject);
        return fields;
    }

    boolean things() {
        return unit.equals(THINGS);
    }

    /** What is protected, as asked for: whether it is approved is the database's to say. */
    Protection protection() {
        return things()
                ? new Protection(true, 1, reason, false, subject)
                : new Protection(false, Integer.parseInt(threshold), "", true, "");
    }

    /** The campaign with all of this in it; what was typed has been found good. */
    Campaign on(Campaign campaign) {
        String source = campaign.title().source();
        return campaign.with(new Campaign.Promise(
                campaign.useOfAnswers().with(source, use),
                campaign.consent().with(source, consent),
                campaign.consentVersion(),
                Integer.parseInt(retention),
                protection()));
    }
}
