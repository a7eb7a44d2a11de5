package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The table of submissions.
 *
 * @param columns shown in the table
 * @param all columns, to order by
 * @param map of those on this page that name a place, null when none does
 * @param done how many a decision changed just now, -1 when none was made
 */
public record TableView(
        Campaign campaign,
        Listing listing,
        List<Column> columns,
        List<Column> all,
        List<Submission> rows,
        @Nullable Content map,
        int done) {}
