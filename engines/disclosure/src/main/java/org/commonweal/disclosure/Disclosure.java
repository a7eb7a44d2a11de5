package org.commonweal.disclosure;

/**
 * The engine's door.
 *
 * <pre>{@code
 * Plan plan = Disclosure.plan(rows, Request.of(Measure.share(1)).over(hierarchy, 0).periods(12));
 * plan.losses();              // what will be lost, in advance
 * plan.listAlternatives();    // what coarser places would keep
 * plan.publish();             // the public cells
 * }</pre>
 */
public final class Disclosure {
    private Disclosure() {}

    /**
     * Tabulates, decides what is withheld, and audits it. Deterministic: the same input gives the same plan.
     *
     * @param rows approved rows
     * @param request what is wanted
     * @return the plan, whether or not it can be published
     * @throws InputException when a period is not below the request's number of periods, or a place lies in no place of
     *     a published coarser level
     */
    public static Plan plan(Rows rows, Request request) {
        return Plan.of(rows, request);
    }
}
