package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void oneSmallCellTakesThreeOthersWithIt() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 40
                Bero  | 15  | 90  | 30
                Cima  | 60  | 25  | 70
                """, """
                """);
    }

    private static void assertPlan(String table, String expected) {
        Drawing drawing = Drawing.of(table);
        Plan plan = drawing.plan();
        assertThat(drawing.drawn(plan)).isEqualTo(expected);
    }

    @Test
    void a() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 40
                Bero  | 15  | .  | 30
                Cima  | 60  | 25  | 70
                """, """
                """);
    }

    @Test
    void b() {
        assertPlan("""
                place | jan | feb | mar
                North/Alba  | 3   | 20  | 40
                North/Bero  | 15  | 12  | 30
                South/Cima  | 60  | 25  | 70
                South/Dori  | 60  | 25  | 10+30
                """, """
                """);
    }

    @Test
    void c() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 2  | 4
                """, """
                """);
    }

    @Test
    void d() {
        assertPlan("""
                place | jan
                Alba  | 3
                Bero | 20
                Cima | 30
                """, """
                """);
    }
}
