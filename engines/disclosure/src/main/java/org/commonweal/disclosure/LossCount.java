package org.commonweal.disclosure;

import java.util.stream.IntStream;

/** Counts what a pattern of withheld cells leaves out. */
final class LossCount {
    private final Rows rows;
    private final Table table;
    private final Contributors contributors;
    private final Suppression suppression;
    private final boolean[] shownRows;
    private final boolean[] toldRows;
    private final boolean[] shownPeople;
    private final boolean[] toldPeople;

    LossCount(Rows rows, Table table, Contributors contributors, Suppression suppression) {
        this.rows = rows;
        this.table = table;
        this.contributors = contributors;
        this.suppression = suppression;
        this.shownRows = new boolean[rows.size()];
        this.toldRows = new boolean[rows.size()];
        this.shownPeople = new boolean[contributors.people() + 1];
        this.toldPeople = new boolean[contributors.people() + 1];
    }

    Losses count(Intake intake) {
        for (int cell = 0; cell < table.cells(); cell++) {
            if (suppression.isWithheld(cell)) continue;
            mark(cell, toldRows, toldPeople);
            if (table.isInner(cell)) mark(cell, shownRows, shownPeople);
        }
        return new Losses(
                rows.size(),
                intake.withoutValue,
                intake.withoutPlace,
                intake.outsidePeriods,
                count(shownRows),
                count(toldRows) - count(shownRows),
                contributors.people(),
                count(shownPeople),
                count(toldPeople) - count(shownPeople));
    }

    private void mark(int cell, boolean[] rowMarks, boolean[] peopleMarks) {
        for (int i = 0; i < table.rows(cell); i++) rowMarks[table.row(cell, i)] = true;
        for (int contributor : contributors.list(cell)) peopleMarks[contributor] = true;
    }

    private static int count(boolean[] marks) {
        return (int) IntStream.range(0, marks.length).filter(i -> marks[i]).count();
    }
}
