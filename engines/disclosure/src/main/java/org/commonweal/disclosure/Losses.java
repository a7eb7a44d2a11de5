package org.commonweal.disclosure;

/**
 * What a plan leaves out, in exact numbers: for reviewers. For the public take {@link #rounded}.
 *
 * @param rows approved rows given
 * @param rowsWithoutValue dropped: no answer
 * @param rowsWithoutPlace dropped: no place, or none of the level asked for
 * @param rowsOutsidePeriods dropped: in no period
 * @param rowsShown rows that count in a published cell of the finest level and a single period
 * @param rowsInTotalsOnly rows that count in published totals, but in no such cell
 * @param contributors distinct contributors of the rows given
 * @param contributorsShown contributors of the rows shown
 * @param contributorsInTotalsOnly contributors that only published totals represent
 */
public record Losses(
        long rows,
        long rowsWithoutValue,
        long rowsWithoutPlace,
        long rowsOutsidePeriods,
        long rowsShown,
        long rowsInTotalsOnly,
        long contributors,
        long contributorsShown,
        long contributorsInTotalsOnly) {
    /** {@return share of the rows that no published figure represents, in [0, 1]} */
    public double shareOfRowsLost() {
        return rows == 0 ? 0 : 1 - (double) (rowsShown + rowsInTotalsOnly) / rows;
    }

    /** {@return share of the contributors that no published figure represents, in [0, 1]} */
    public double shareOfContributorsLost() {
        return contributors == 0 ? 0 : 1 - (double) (contributorsShown + contributorsInTotalsOnly) / contributors;
    }

    /** {@return the same, each number rounded as counts are; for «what was removed» on a public page} */
    public Losses rounded(Protection protection) {
        return new Losses(
                protection.round(rows),
                protection.round(rowsWithoutValue),
                protection.round(rowsWithoutPlace),
                protection.round(rowsOutsidePeriods),
                protection.round(rowsShown),
                protection.round(rowsInTotalsOnly),
                protection.round(contributors),
                protection.round(contributorsShown),
                protection.round(contributorsInTotalsOnly));
    }
}
