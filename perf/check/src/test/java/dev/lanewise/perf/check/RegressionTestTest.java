package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTestTest {
    private static double[] times(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    @Test
    void theMedianIsTheMiddle() {
        assertEquals(4.5, RegressionTest.median(new double[] {100, 3, 1, 4, 2, 5, -100, 6, 7, 8}), 1e-15);
        assertEquals(2, RegressionTest.median(new double[] {7, 1, 2}), 1e-15);
    }

    /** By hand: the deviations from 4.5, sorted, are 0.5 0.5 1.5 1.5 2.5 2.5 3.5 3.5 95.5 104.5. */
    @Test
    void itsVarianceIsThatOfANormalSampleOfTheSameDeviations() {
        double[] values = {100, 3, 1, 4, 2, 5, -100, 6, 7, 8};
        double wanted = Math.PI / 2 * Math.pow(1.4826 * 2.5, 2) / 10;
        assertEquals(wanted, RegressionTest.varianceOfMedian(values), 1e-14);
    }

    /**
     * Five runs of constant forks with logarithms -2, -1, 0, 1, 2 hundredths: variance 2.5e-4, so the error is 1e-2 times
     * sqrt(2.5 + 0.5), and Student's quantile with 4 degrees of freedom at 0.005 is 4.604095.
     */
    @Test
    void theIntervalIsThatOfOneMoreRun() {
        List<double[]> baseline = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            baseline.add(JmhJson.constant(10, i / 100.0));
        }
        Change change = new RegressionTest(1).compare("b", baseline, JmhJson.constant(10, 0.1));
        double half = 4.604095 * 0.01 * Math.sqrt(3);
        assertEquals(Math.expm1(0.1), change.effect(), 1e-12);
        assertEquals(Math.expm1(0.1 - half), change.low(), 1e-8);
        assertEquals(Math.expm1(0.1 + half), change.high(), 1e-8);
        assertEquals(Verdict.SLOWER, change.verdict());
        assertEquals(5, change.runs());
        assertEquals(10, change.forks());
    }

    /** With two benchmarks the level is halved: the quantile at 0.0025 is 5.597568. */
    @Test
    void theLevelIsDividedByTheNumberOfBenchmarks() {
        List<double[]> baseline = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            baseline.add(JmhJson.constant(10, i / 100.0));
        }
        Change change = new RegressionTest(2).compare("b", baseline, JmhJson.constant(10, 0.1));
        assertEquals(Math.expm1(0.1 - 5.597568 * 0.01 * Math.sqrt(3)), change.low(), 1e-8);
    }

    @Test
    void theVerdictFollowsFromTheInterval() {
        assertEquals(Verdict.SAME, quiet(1.0001).verdict());
        assertEquals(Verdict.SAME, quiet(1.015).verdict());
        assertEquals(Verdict.SAME, quiet(0.985).verdict());
        assertEquals(Verdict.CANNOT_TELL, quiet(1.0199).verdict());
        assertEquals(Verdict.SLOWER, quiet(1.03).verdict());
        assertEquals(Verdict.FASTER, quiet(0.97).verdict());
    }

    /** A run whose runs before differed by hundredths of a percent. */
    private static Change quiet(double factor) {
        List<double[]> baseline = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            baseline.add(JmhJson.constant(10, i * 1e-4));
        }
        return new RegressionTest(1).compare("b", baseline, JmhJson.constant(10, Math.log(factor)));
    }

    @Test
    void aRunThatIsNoisyInItselfGetsAWiderInterval() {
        List<double[]> baseline = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            baseline.add(JmhJson.constant(10, i * 1e-4));
        }
        double[] noisy = times(1.0, 1.3, 0.8, 1.2, 0.9, 1.1, 1.25, 0.85, 1.15, 0.95);
        assertEquals(
                Verdict.CANNOT_TELL,
                new RegressionTest(1).compare("b", baseline, noisy).verdict());
    }

    @Test
    void tooFewRunsOrForksAreRefused() {
        List<double[]> four = List.of(new double[10], new double[10], new double[10], new double[10]);
        String runs = assertThrows(
                        DamagedResultsException.class, () -> new RegressionTest(1).compare("b", four, new double[10]))
                .getMessage();
        assertEquals("b: got a baseline of 4 runs, wanted 5 or more", runs);
        List<double[]> five = new ArrayList<>(four);
        five.add(new double[10]);
        String forks = assertThrows(
                        DamagedResultsException.class, () -> new RegressionTest(1).compare("b", five, new double[9]))
                .getMessage();
        assertEquals("b: got 9 forks, wanted 10 or more (-f 10)", forks);
        assertThrows(IllegalArgumentException.class, () -> new RegressionTest(0));
    }

    /**
     * Simulated runs: normal run means of a standard deviation of one percent, forks of two percent around them, one fork in
     * ten an outlier by 30 percent. The rates are those that are promised; with 4000 trials the standard error of a rate
     * of 0.01 is 0.0016.
     */
    @Test
    void simulatedChangesAreFoundAtThePromisedRates() {
        Map<Verdict, Integer> same = simulated(1, 0);
        Map<Verdict, Integer> slower = simulated(2, Math.log1p(0.10));
        Map<Verdict, Integer> little = simulated(3, Math.log1p(0.03));
        assertTrue(share(same, Verdict.SLOWER) + share(same, Verdict.FASTER) < 0.01 + 3 * 0.0016, same.toString());
        assertTrue(share(slower, Verdict.SLOWER) > 0.95, slower.toString());
        assertTrue(share(little, Verdict.SAME) < 0.01, little.toString());
    }

    private static final int TRIALS = 4000;

    private static double share(Map<Verdict, Integer> verdicts, Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0) / (double) TRIALS;
    }

    private static Map<Verdict, Integer> simulated(long seed, double change) {
        Random random = new Random(seed);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        RegressionTest test = new RegressionTest(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<double[]> baseline = new ArrayList<>();
            for (int run = 0; run < 10; run++) {
                baseline.add(run(random, 0));
            }
            verdicts.merge(test.compare("b", baseline, run(random, change)).verdict(), 1, Integer::sum);
        }
        return verdicts;
    }

    private static double[] run(Random random, double change) {
        double mean = change + 0.01 * random.nextGaussian();
        double[] forks = new double[10];
        for (int fork = 0; fork < forks.length; fork++) {
            forks[fork] = mean + 0.02 * random.nextGaussian() + (random.nextInt(10) == 0 ? 0.3 : 0);
        }
        return forks;
    }
}
