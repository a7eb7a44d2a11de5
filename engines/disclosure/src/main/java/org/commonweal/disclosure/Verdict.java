package org.commonweal.disclosure;

/** Whether a plan can be published. */
public enum Verdict {
    /** At least one cell is safe. */
    PUBLISHABLE("may be published"),
    /** No row has a value, a place and a period. */
    NO_ROWS("no row has a value, a place and a period: check the variable, the level and the dates"),
    /** Every cell, the grand total included, is withheld. */
    NOTHING_SAFE(
            "nothing may be published, not even the total: too few people contributed, or one gave most of the rows"),
    /** No pattern of withheld cells passed the audit. */
    AUDIT_FAILED("nothing may be published: a withheld cell could be computed; choose a coarser level or fewer totals");

    private final String description;

    Verdict(String description) {
        this.description = description;
    }

    /** {@return the code in plain English} */
    public String description() {
        return description;
    }
}
