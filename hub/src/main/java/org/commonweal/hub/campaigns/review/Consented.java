package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Forms;
import org.springframework.stereotype.Component;

/**
 * Which submissions carry what their form asks first: that the contributor agreed. Readings of devices and rows of tables
 * are nobody's answers and need none.
 */
@Component
class Consented {
    private final Forms forms;

    Consented(Forms forms) {
        this.forms = forms;
    }

    /** A condition on campaigns.submission s, in brackets. */
    Wanted.Piece where(UUID campaign) {
        UUID[] asking = forms.listAskingConsent(campaign).toArray(UUID[]::new);
        return new Wanted.Piece(
                "(s.source in ('sensor', 'import') or not coalesce(s.form_id = any (?), false)"
                        + " or coalesce(s.answers #>> '{commonweal_consent,agreed}' = 'OK', false))",
                List.of((Object) asking));
    }

    /** The same for one that was read. */
    boolean carries(Submission submission, UUID campaign) {
        boolean device =
                submission.source().equals("sensor") || submission.source().equals("import");
        return device
                || submission.agreed()
                || forms.listAskingConsent(campaign).isEmpty();
    }
}
