package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What would be published and what would be lost. Reviewers look at it; {@link #publish()} gives the public part. */
public final class Plan {
    private final Rows rows;
    private final Request request;
    private final Intake intake;
    private final Table table;
    private final Contributors contributors;
    private final Suppression suppression;
    private final Publisher publisher;

    private Plan(Rows rows, Request request) {
        this.rows = rows;
        this.request = request;
        this.intake = Intake.of(rows, request);
        this.table = Table.of(rows, intake, request.periods());
        this.contributors = Contributors.of(rows, table, request.protection());
        this.suppression = Suppression.of(table, contributors, request.protection());
        this.publisher = new Publisher(rows, request, table, contributors, suppression);
    }

    static Plan of(Rows rows, Request request) {
        return new Plan(rows, request);
    }

    /** {@return whether {@link #publish()} would give cells, and why not} */
    public Verdict verdict() {
        if (table.rows(table.grandTotal()) == 0) return Verdict.NO_ROWS;
        if (!suppression.isPassed()) return Verdict.AUDIT_FAILED;
        boolean some = IntStream.range(0, table.cells()).anyMatch(publisher::isPublished);
        return some ? Verdict.PUBLISHABLE : Verdict.NOTHING_SAFE;
    }

    /**
     * The public part, ready to be frozen.
     *
     * @return cells, places from fine to coarse, in each the periods in order and last the whole period
     * @throws RefusedException when the verdict is not {@link Verdict#PUBLISHABLE}
     */
    public List<Cell> publish() {
        if (verdict() != Verdict.PUBLISHABLE) throw new RefusedException(verdict());
        return publisher.listCells();
    }

    /** {@return every cell that has rows or is withheld, with its reason, in the order of {@link #publish()}} */
    public List<PlannedCell> listCells() {
        return IntStream.range(0, table.cells())
                .filter(cell -> table.rows(cell) > 0 || suppression.isWithheld(cell))
                .mapToObj(cell -> new PlannedCell(
                        table.spotOf(cell), decisionOf(cell), table.rows(cell), contributors.count(cell)))
                .toList();
    }

    /** {@return rows and contributors left out} */
    public Losses losses() {
        return new LossCount(rows, table, contributors, suppression).count(intake);
    }

    /** {@return this plan and the same at each coarser level, finest first; each is planned anew} */
    public List<Alternative> listAlternatives() {
        List<Alternative> alternatives = new ArrayList<>(List.of(kept()));
        for (int level = request.levels().getFirst() + 1;
                level < request.hierarchy().levels().size();
                level++) alternatives.add(new Plan(rows, request.coarsenedTo(level)).kept());
        return alternatives;
    }

    /** {@return what this plan keeps and loses, to be held beside other plans of the same rows} */
    public Alternative kept() {
        int level = request.levels().getFirst();
        return new Alternative(level, request.hierarchy().levels().get(level), inner(true), inner(false), losses());
    }

    private int inner(boolean published) {
        return (int) IntStream.range(0, table.cells())
                .filter(cell -> table.isInner(cell) && table.rows(cell) > 0)
                .filter(cell -> publisher.isPublished(cell) == published)
                .count();
    }

    private Decision decisionOf(int cell) {
        if (!suppression.isWithheld(cell)) return Decision.PUBLISHED;
        return contributors.findObjection(cell).orElse(Decision.PROTECTS_ANOTHER_CELL);
    }
}
