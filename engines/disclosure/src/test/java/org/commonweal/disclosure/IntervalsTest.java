package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             81 | 263 | 0.2553 | 0.3662
             15 | 148 | 0.0624 | 0.1605
              0 |  20 | 0.0000 | 0.1611
              1 |  29 | 0.0061 | 0.1718
            """)
    void shareAsNewcombePrintsIt(long yes, long n, double low, double high) {
        assertInterval(WilsonShare.of(yes, n), low, high, 0.00005);
    }

    /** R: prop.test(k, n, correct = FALSE). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 |  12 | 0                  | 0.242494006655241
              3 |  40 | 0.0258360257745882 | 0.198642335243105
             12 |  60 | 0.118285053228975  | 0.317818058056279
             45 | 120 | 0.293524297864468  | 0.464230493740208
             50 |  50 | 0.928652400866641  | 1
            """)
    void shareAsRComputesIt(long yes, long n, double low, double high) {
        assertInterval(WilsonShare.of(yes, n), low, high, 1e-13);
    }

    /** R: poisson.test(n); its one-decimal forms stand in Pearson &amp; Hartley, Biometrika Tables I, table 40. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 |  0                |  3.68887945411394
              3 |  0.618672122895602 |  8.76727306974232
             12 |  6.20057510872222 | 20.961585048177
             45 | 32.8233087882345  | 60.2135404969588
             50 | 37.1109637374619  | 65.9187666643368
            """)
    void countAsRComputesIt(long n, double low, double high) {
        assertInterval(GarwoodCount.of(n), low, high, 1e-8);
    }

    /** Additional hours of sleep, Student, Biometrika 6 (1908), p. 20; R's t.test of the differences. */
    @Test
    void meanOfStudentsSleepers() {
        double[] hours = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        Estimate mean = StudentMean.of(hours);
        assertThat(mean.value()).isCloseTo(1.58, within(1e-12));
        assertInterval(mean, 0.7001142, 2.4598858, 5e-8);
    }

    @Test
    void meanWithoutSpreadOrCompanyHasNoInterval() {
        assertThat(StudentMean.of(new double[] {4}).gap()).isEqualTo(NoInterval.NEEDS_TWO_VALUES);
        double[] same = new double[12];
        Arrays.fill(same, 0.1);
        assertThat(StudentMean.of(same)).isEqualTo(Estimate.without(0.1, NoInterval.NO_SPREAD));
    }

    /** By hand: at n = 8 the misses of rank 2 are 2 (1 + 8) / 256 = 7.0 %, at n = 9 2 (1 + 9) / 512 = 3.9 %; and so on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              6 |  1
              8 |  1
              9 |  2
             11 |  2
             12 |  3
             15 |  4
             17 |  5
             20 |  6
             23 |  7
             25 |  8
            """)
    void medianLiesBetweenTheInnermostRanksThatReach95Percent(int n, int rank) {
        assertInterval(medianOfRanks(n), rank, n + 1 - rank, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 10, 41, 100, 353})
    void medianTellsTheCoverageItReaches(int n) {
        Interval interval = Objects.requireNonNull(medianOfRanks(n).interval());
        int rank = (int) interval.low();
        assertThat(interval.coverage())
                .isCloseTo(coverage(n, rank), within(1e-12))
                .isGreaterThanOrEqualTo(0.95);
        assertThat(coverage(n, rank + 1)).as("the next narrower interval").isLessThan(0.95);
    }

    @Test
    void medianOfFiveHasNoInterval() {
        assertThat(medianOfRanks(5)).isEqualTo(Estimate.without(3, NoInterval.NEEDS_SIX_VALUES));
        assertThat(medianOfRanks(4).value()).isEqualTo(2.5);
    }

    private static Estimate medianOfRanks(int n) {
        return OrderedMedian.of(
                DoubleStream.iterate(1, rank -> rank + 1).limit(n).toArray());
    }

    /** 1 − 2 P(B < rank) in whole numbers: no distribution function of a library. */
    private static double coverage(int n, int rank) {
        BigInteger missed =
                IntStream.range(0, rank).mapToObj(i -> choose(n, i)).reduce(BigInteger.ZERO, BigInteger::add);
        BigDecimal all = new BigDecimal(BigInteger.TWO.pow(n - 1));
        return 1 - new BigDecimal(missed).divide(all).doubleValue();
    }

    private static BigInteger choose(int n, int i) {
        BigInteger ways = BigInteger.ONE;
        for (int j = 1; j <= i; j++)
            ways = ways.multiply(BigInteger.valueOf(n - j + 1)).divide(BigInteger.valueOf(j));
        return ways;
    }

    private static void assertInterval(Estimate estimate, double low, double high, double tolerance) {
        Interval interval = Objects.requireNonNull(estimate.interval());
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }
}
