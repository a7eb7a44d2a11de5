package org.commonweal.hub.campaigns;

import java.util.List;
import java.util.UUID;

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
        List<String> filePaths) {}
