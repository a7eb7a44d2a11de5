package org.commonweal.disclosure;

/** Why a figure stands without an interval. */
public enum NoInterval {
    /** One value has no spread to judge by. */
    NEEDS_TWO_VALUES("a mean of one value has no interval"),
    /** Below six values no two order statistics reach 95 %. */
    NEEDS_SIX_VALUES("a median of fewer than six values has no 95 % interval"),
    /** All values are equal: an interval of width nought would feign certainty. */
    NO_SPREAD("all values are equal");

    private final String description;

    NoInterval(String description) {
        this.description = description;
    }

    /** {@return the code in plain English} */
    public String description() {
        return description;
    }
}
