package org.commonweal.hub.frame.look;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number with what makes it honest: its unit, its interval, the sentence it stands for, and how we know.
 *
 * @param path the finding's page, "" when the figure stands on it
 * @param before what is said before the number, such as «At least»; "" for nothing, or where a language says it after it
 * @param number as it is read, in the reader's digits
 * @param unit such as «µg/m³», "" for a count
 * @param interval such as «95 % interval: 21 to 27», "" when there is none
 * @param language of the sentence, "" when it is the page's
 * @param chart small, null for none
 * @param known the lines of the fold «How do we know?», empty for no fold
 */
public record Figure(
        String path,
        String before,
        String number,
        String unit,
        String interval,
        String sentence,
        String language,
        @Nullable Content chart,
        List<Fact> known) {}
