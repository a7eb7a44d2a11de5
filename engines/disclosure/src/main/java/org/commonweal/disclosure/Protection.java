package org.commonweal.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * Whom the figures must not expose.
 *
 * <pre>{@code
 * Protection.people();     // k = 10
 * Protection.people(20);   // stricter
 * Protection.things();     // sensors, wells, map squares: every cell may be shown
 * }</pre>
 *
 * @param unit people or things
 * @param k fewest distinct contributors of a cell
 * @param greatestShare greatest share of a cell's rows that one contributor may have given, in (0, 1]
 * @param roundingBase counts are published as multiples of this; 1 leaves them exact
 */
public record Protection(Unit unit, int k, double greatestShare, int roundingBase) {
    /** k for people when the campaign sets none; it may be raised, never lowered. */
    public static final int LEAST_PEOPLE = 10;

    private static final double HALF = 0.5;
    private static final int PEOPLE_BASE = 5;

    /** Unit of protection of a campaign. */
    public enum Unit {
        /** Cells count distinct contributors. */
        PEOPLE,
        /** Cells expose no one; only the contributor's identity and home point are withheld, which is the caller's part. */
        THINGS
    }

    /**
     * Checks the parts; {@link #people(int)} and {@link #things()} are the usual way in.
     *
     * @throws InputException when k for people is below {@value #LEAST_PEOPLE}, the share above one half, or a base below 1
     */
    public Protection {
        if (unit == Unit.THINGS && k != 1)
            throw fault("k for things must be 1, was " + k + ". Protect people instead.");
        if (unit == Unit.PEOPLE && k < LEAST_PEOPLE)
            throw fault("k for people must be >= " + LEAST_PEOPLE + ", was " + k + ". It can be raised only.");
        if (unit == Unit.PEOPLE && !(greatestShare > 0 && greatestShare <= HALF))
            throw fault("The greatest share of one contributor must be in (0, 0.5], was " + greatestShare + ".");
        if (roundingBase < 1 || (unit == Unit.PEOPLE && roundingBase < PEOPLE_BASE))
            throw fault("The rounding base must be >= 1, for people >= 5, was " + roundingBase + ".");
    }

    /** {@return people with k = 10, no contributor above half of a cell, counts in fives} */
    public static Protection people() {
        return people(LEAST_PEOPLE);
    }

    /**
     * People with a stricter k.
     *
     * @param k fewest distinct contributors of a published cell, at least {@value #LEAST_PEOPLE}
     * @return the rule
     * @throws InputException when k is lower
     */
    public static Protection people(int k) {
        return new Protection(Unit.PEOPLE, k, HALF, PEOPLE_BASE);
    }

    /** {@return k = 1: nothing is withheld, counts are exact} */
    public static Protection things() {
        return new Protection(Unit.THINGS, 1, 1, 1);
    }

    boolean isPeople() {
        return unit == Unit.PEOPLE;
    }

    /** How far above the truth an attacker must at least think an unsafe cell's row count possible: half of k. */
    int rowsOfDoubt() {
        return (k + 1) / 2;
    }

    /** Why a group of rows may not be told by itself; an empty group exposes no one. */
    Optional<Decision> findObjection(int contributors, long rows, long rowsOfOne) {
        if (!isPeople() || rows == 0) return Optional.empty();
        if (contributors < k) return Optional.of(Decision.TOO_FEW_CONTRIBUTORS);
        return rowsOfOne > greatestShare * rows ? Optional.of(Decision.ONE_CONTRIBUTOR_DOMINATES) : Optional.empty();
    }

    /** Nearest multiple of the base. Deterministic: the same cell reads the same in every version of a finding. */
    long round(long count) {
        return (count + roundingBase / 2) / roundingBase * roundingBase;
    }

    private static InputException fault(String sentence) {
        return new InputException(List.of(sentence));
    }
}
