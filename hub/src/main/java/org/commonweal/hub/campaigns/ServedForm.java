package org.commonweal.hub.campaigns;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.xlsform.form.Consent;

/**
 * A version of a campaign's form as clients get it.
 *
 * @param formId the id by which clients tell forms apart, unique on the hub
 * @param md5 of the XForm, 32 hexadecimal digits: OpenRosa clients notice changes by it
 * @param pointPath the first question for a place, without the root; empty when the form asks for none
 * @param filePaths the questions answered by files
 */
public record ServedForm(
        UUID id,
        UUID campaign,
        String formId,
        String version,
        String title,
        String xform,
        String md5,
        String pointPath,
        List<String> filePaths) {
    private static final Pattern CONSENT =
            Pattern.compile("<" + Consent.GROUP + ">\\s*<version>([^<]*)</version>", Pattern.DOTALL);

    /** The version of the consent that it asks first; none in forms that were made without. */
    public Optional<String> consentVersion() {
        Matcher asked = CONSENT.matcher(xform);
        return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
    }
}
