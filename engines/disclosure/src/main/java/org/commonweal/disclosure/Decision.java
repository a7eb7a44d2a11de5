package org.commonweal.disclosure;

/** What becomes of a cell, and why. For reviewers: the public is told «withheld» and no more. */
public enum Decision {
    /** The cell is published with its figures. */
    PUBLISHED("published"),
    /** Fewer than k distinct contributors. */
    TOO_FEW_CONTRIBUTORS("withheld: fewer distinct contributors than the campaign's k"),
    /** One contributor, or rows without a contributor key, make up more than the greatest share of the rows. */
    ONE_CONTRIBUTOR_DOMINATES("withheld: one contributor gave too large a share of the rows"),
    /** Safe by itself, but a withheld cell could be computed from it. */
    PROTECTS_ANOTHER_CELL("withheld: another withheld cell could be computed from it");

    private final String description;

    Decision(String description) {
        this.description = description;
    }

    /** {@return the code in plain English} */
    public String description() {
        return description;
    }
}
