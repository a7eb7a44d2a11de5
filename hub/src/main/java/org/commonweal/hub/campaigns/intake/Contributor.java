package org.commonweal.hub.campaigns.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who brings a submission, as far as it can be told.
 *
 * @param source {@code openrosa}, {@code web}, {@code sensor} or {@code import}
 * @param key what tells this contributor from others in the campaign, such as {@code device collect:xyz}; empty when
 *     nothing does, and then the submission adds nothing to the count of people
 */
public record Contributor(
        String source, @Nullable UUID token, @Nullable UUID person, String key) {}
