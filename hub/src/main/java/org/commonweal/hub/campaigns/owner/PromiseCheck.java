package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.Protection;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;

/** What is wrong with the second step, all at once. What people were promised when they answered is only made better. */
final class PromiseCheck {
    static final int WORDS = 1_000;
    static final int CONSENT = 4_000;
    static final int LONGEST_MONTHS = 600;
    private static final int HIGHEST_THRESHOLD = 10_000;
    private static final String SUBJECT = "[\\p{L}_][\\p{L}\\p{N}_.-]*(/[\\p{L}_][\\p{L}\\p{N}_.-]*)*";

    private PromiseCheck() {}

    static Faults of(Page page, PromiseForm form, Campaign before) {
        Checks checks = new Checks(page);
        checks.words("use", form.use(), WORDS);
        checks.words("consent", form.consent(), CONSENT);
        checks.number("retention", form.retention(), 1, LONGEST_MONTHS);
        if (!List.of(PromiseForm.PEOPLE, PromiseForm.THINGS).contains(form.unit()))
            checks.fault("unit", "unknown", form.unit());
        if (form.things()) things(checks, form);
        else checks.number("threshold", form.threshold(), Protection.FEWEST_PEOPLE, HIGHEST_THRESHOLD);
        if (before.openedAt() != null && !checks.faults().any()) promised(checks, form, before);
        return checks.faults();
    }

    private static void things(Checks checks, PromiseForm form) {
        checks.words("reason", form.reason(), WORDS);
        if (!form.subject().isEmpty() && !form.subject().matches(SUBJECT))
            checks.fault("subject", "name", form.subject());
    }

    private static void promised(Checks checks, PromiseForm form, Campaign before) {
        Protection was = before.protection();
        Protection asked = form.protection();
        if (was.things() != asked.things()) checks.fault("unit", "promised");
        else if (asked.threshold() < was.threshold()) checks.fault("threshold", "lowered", was.threshold());
        if (was.things() && !was.reason().equals(asked.reason())) checks.fault("reason", "promised");
        if (was.things() && !was.subject().equals(asked.subject())) checks.fault("subject", "promised");
        if (Integer.parseInt(form.retention()) > before.retentionMonths())
            checks.fault("retention", "prolonged", before.retentionMonths());
    }
}
