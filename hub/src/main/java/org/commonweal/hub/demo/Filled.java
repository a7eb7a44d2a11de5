package org.commonweal.hub.demo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.owner.Spreadsheet;
import org.commonweal.xlsform.form.Consent;

/** The document that a client sends of a filled form: consent first, then the answers, then what tells it from others. */
final class Filled {
    private Filled() {}

    /** @param answers by question, as ODK writes values */
    static String xml(ServedForm form, int consentVersion, Instant end, Map<String, String> answers) {
        StringBuilder xml =
                new StringBuilder("<data id=\"%s\" version=\"%s\">".formatted(form.formId(), form.version()));
        xml.append("<%1$s><version>%2$d</version><agreed>%3$s</agreed></%1$s>"
                .formatted(Consent.GROUP, consentVersion, Consent.AGREED));
        xml.append("<end>").append(end).append("</end>");
        answers.forEach(
                (question, answer) -> xml.append("<%1$s>%2$s</%1$s>".formatted(question, Spreadsheet.escaped(answer))));
        xml.append("<meta><instanceID>uuid:").append(UUID.randomUUID()).append("</instanceID></meta>");
        return xml.append("</data>").toString();
    }
}
