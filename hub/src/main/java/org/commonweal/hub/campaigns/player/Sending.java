package org.commonweal.hub.campaigns.player;

import java.util.HashMap;
import java.util.Map;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.Arrivals;
import org.commonweal.hub.campaigns.intake.BrokenInstanceException;
import org.commonweal.hub.campaigns.intake.Instance;
import org.commonweal.hub.campaigns.intake.InstanceReader;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.campaigns.intake.Outcome;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Secret;
import org.springframework.stereotype.Component;

/**
 * Brings a finished draft to the intake, or that of a trial nowhere. However often it is called, the answers stand there
 * once.
 */
@Component
class Sending {
    private final Forms forms;
    private final Arrivals arrivals;
    private final Intake intake;
    private final DraftStore drafts;
    private final Files files;

    Sending(Forms forms, Arrivals arrivals, Intake intake, DraftStore drafts, Files files) {
        this.forms = forms;
        this.arrivals = arrivals;
        this.intake = intake;
        this.drafts = drafts;
        this.files = files;
    }

    /** Returns once the answers are durable. */
    void send(Guest guest, Draft draft) {
        if (draft.requireSent().arrived()) return;
        if (!guest.tries()) deliver(guest, draft);
        drafts.settle(guest);
    }

    private void deliver(Guest guest, Draft draft) {
        Draft.Finished sent = draft.requireSent();
        ServedForm form = forms.find(draft.form()).orElseThrow();
        Outcome outcome = intake.accept(arrivals.of(
                guest.campaign(),
                form,
                read(sent.xml()),
                sent.xml(),
                guest.contributor(),
                new Secret(sent.link()),
                attached(draft, form)));
        if (!outcome.isStored())
            throw new IllegalStateException("The intake says " + outcome + " of a draft's answers");
    }

    private Map<String, Files.Content> attached(Draft draft, ServedForm form) {
        Instance instance = read(draft.requireSent().xml());
        Map<String, Files.Content> attached = new HashMap<>();
        for (String name : instance.listAll(form.filePaths())) {
            Draft.Kept kept = draft.files().get(name);
            if (kept != null) files.find(kept.file()).ifPresent(file -> attached.put(name, file.content()));
        }
        return attached;
    }

    private static Instance read(String xml) {
        try {
            return InstanceReader.read(xml);
        } catch (BrokenInstanceException ours) {
            throw new IllegalStateException("JavaRosa wrote an instance that can't be read", ours);
        }
    }
}
