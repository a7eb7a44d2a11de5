package org.commonweal.disclosure;

/** What a reader of a figure must be told beside it. */
public enum Caveat {
    /** With every interval. */
    AS_IF_RANDOM_SAMPLE(
            "submissions are self-selected; the interval tells only how the figure would vary if they were a"
                    + " random sample"),
    /** The interval counts rows as independent, but some share a contributor or name none. */
    REPEATED_CONTRIBUTORS("some rows share a contributor or name none, so the interval is likely too narrow"),
    /** A count states what was submitted in full; its interval is about the rate behind it. */
    COUNT_IS_COMPLETE("the count itself is complete; the interval is about the rate at which reports come in"),
    /** Everybody gave the same answer: whoever is known to have taken part is known to have given it. For ethics review. */
    UNANIMOUS("all contributors of this cell gave the same answer");

    private final String description;

    Caveat(String description) {
        this.description = description;
    }

    /** {@return the code in plain English} */
    public String description() {
        return description;
    }
}
