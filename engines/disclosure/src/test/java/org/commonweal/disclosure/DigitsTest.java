package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0.07, 0.05", "0.05, 0.05", "0.049, 0.02", "0.019, 0.01", "1, 1", "1999, 1000", "2000, 2000"})
    void stepIsOneTwoOrFive(double limit, String step) {
        assertThat(Digits.stepBelow(limit)).isEqualByComparingTo(step);
    }

    @Property
    void aLimitedIntervalHoldsTheExactOneAndItsFigure(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int thousandths,
            @ForAll @IntRange(min = 1, max = 1_000_000) int digits,
            @ForAll @IntRange(min = -9, max = 0) int exponent) {
        double value = thousandths / 1000.0;
        double reach = digits * Math.pow(10, exponent);
        Interval exact = new Interval(value - reach, value + reach, Interval.Method.STUDENT_T, 0.95);
        Estimate told = Digits.limit(Estimate.of(value, exact));
        assertThat(told.interval()).isNotNull();
        assertThat(told.interval().low()).isLessThanOrEqualTo(exact.low()).isGreaterThan(exact.low() - reach);
        assertThat(told.interval().high()).isGreaterThanOrEqualTo(exact.high()).isLessThan(exact.high() + reach);
        assertThat(told.value())
                .isBetween(told.interval().low(), told.interval().high());
    }

    @Test
    void aFigureWithoutWidthIsToldInAboutTwoFigures() {
        assertThat(Digits.limit(Estimate.without(12_345.67, NoInterval.NO_SPREAD))
                        .value())
                .isEqualTo(12_500);
        assertThat(Digits.limit(Estimate.without(-7, NoInterval.NO_SPREAD)).value())
                .isEqualTo(-7);
        assertThat(Digits.limit(Estimate.without(0, NoInterval.NO_SPREAD)).value())
                .isZero();
        Interval tied = new Interval(1234.5, 1234.5, Interval.Method.MEDIAN_ORDER_STATISTICS, 0.96);
        assertThat(Digits.limit(Estimate.of(1234.5, tied)).interval())
                .isEqualTo(new Interval(1200, 1250, Interval.Method.MEDIAN_ORDER_STATISTICS, 0.96));
    }
}
