package org.commonweal.hub.campaigns.owner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.XForm;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

/** Makes of a spreadsheet the version that clients get: under our id and version, the consent first. */
@Component
class FormMaking {
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    private final Forms forms;
    private final FormModels models;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    FormMaking(Forms forms, FormModels models, Approvals approvals, Audit audit, Clock clock) {
        this.forms = forms;
        this.models = models;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new version of the campaign's form, served from now on. */
    @Transactional
    public ServedForm make(Campaign campaign, Form form, byte[] sheet) {
        approvals.reopen(campaign, form);
        String formId = freeId(campaign, form.identity().id());
        String version = freeVersion(formId, form.identity().version());
        Form served = consent(campaign).before(form).identifiedAs(formId, version);
        String xform = XForm.write(served);
        ServedForm made = new ServedForm(
                Ids.next(),
                campaign.id(),
                formId,
                version,
                form.identity().title(),
                xform,
                DigestUtils.md5DigestAsHex(xform.getBytes(StandardCharsets.UTF_8)),
                Asked.findPoint(form).orElse(""),
                Asked.listFiles(form));
        try {
            forms.add(made, sheet);
        } catch (DuplicateKeyException sameMoment) {
            throw Refusal.conflict("Another form took the id ‹" + formId + "› at this moment. Upload yours once more.");
        }
        audit.note("campaign.form-made", campaign.ref(), formId + " " + version);
        return made;
    }

    /** The present form once more, when its consent has changed; none when the campaign has no form yet. */
    @Transactional
    public Optional<ServedForm> remake(Campaign campaign) {
        return forms.findCurrent(campaign.id()).flatMap(current -> {
            byte[] sheet = forms.findSheet(current.id()).orElseThrow();
            return read(sheet, current.formId())
                    .form()
                    .map(form -> make(campaign, form.titled(current.title()), sheet));
        });
    }

    /** The present form as its author drew it, none when there is none. */
    Optional<Form> findDrawn(Campaign campaign) {
        return forms.findCurrent(campaign.id()).map(current -> models.get(current.id()));
    }

    static XlsForm.Result read(byte[] sheet, String fileName) {
        try {
            return XlsForm.read(new ByteArrayInputStream(sheet), fileName);
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    // Clients tell forms apart by their id alone, so no two campaigns of a hub may share one.
    private String freeId(Campaign campaign, String wanted) {
        return forms.isTaken(wanted, campaign.id()) ? wanted + "-" + Ids.tail(campaign.id()) : wanted;
    }

    private String freeVersion(String formId, String wanted) {
        if (forms.find(formId, wanted).isEmpty()) return wanted;
        String made = MADE.format(clock.instant().atOffset(ZoneOffset.UTC));
        String next = made;
        for (int n = 2; forms.find(formId, next).isPresent(); n++) next = made + "-" + n;
        return next;
    }

    // The language that it was written in stands first: it is taken where a form speaks another.
    private static Consent consent(Campaign campaign) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(campaign.consent().source(), campaign.consent().original());
        campaign.consent().byLanguage().forEach(words::putIfAbsent);
        return new Consent(Integer.toString(campaign.consentVersion()), Text.of(words));
    }
}
