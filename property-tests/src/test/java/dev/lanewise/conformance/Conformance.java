package dev.lanewise.conformance;

import dev.lanewise.engine.Parallelism;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs every operation and prints a line for each, its name and a digest of the bits of its result. The lines are to
 * be the same on every machine, whatever the flags.
 *
 * <p>On one thread every operation runs early, mostly interpreted, and late, mostly compiled: a line shows both digests if
 * they differ. On more it runs once, since starting threads is what takes the time.
 *
 * <p>A new family registers its cases in a class of its own, named in {@link #cases}.
 */
public final class Conformance {
    private Conformance() {}

    /**
     * Runs all.
     *
     * @param arguments the number of threads
     */
    public static void main(String[] arguments) {
        Parallelism parallelism = Parallelism.threads(Integer.parseInt(arguments[0]));
        StringBuilder text = new StringBuilder(BackendFacts.ofThisMachine().line()).append('\n');
        List<ConformanceCase> cases = cases();
        List<String> early = digests(cases, parallelism);
        List<String> late = parallelism.workers() == 1 ? digests(cases, parallelism) : early;
        for (int i = 0; i < cases.size(); i++) {
            boolean same = early.get(i).equals(late.get(i));
            String digest = same ? early.get(i) : early.get(i) + ",then:" + late.get(i);
            text.append(cases.get(i).name()).append(' ').append(digest).append('\n');
        }
        System.out.print(text);
    }

    private static List<String> digests(List<ConformanceCase> cases, Parallelism parallelism) {
        return cases.stream().map(each -> each.digest(parallelism)).toList();
    }

    private static List<ConformanceCase> cases() {
        List<ConformanceCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Consumer<ConformanceCase> register = each -> {
            if (!names.add(each.name())) {
                throw new IllegalStateException("two operations are named " + each.name());
            }
            cases.add(each);
        };
        DoubleHadamardCases.register(register);
        FloatHadamardCases.register(register);
        DoubleHadamardBatchCases.register(register);
        FloatHadamardBatchCases.register(register);
        DoubleFourierCases.register(register);
        FloatFourierCases.register(register);
        DoubleRealFourierCases.register(register);
        FloatRealFourierCases.register(register);
        DoubleTrigonometricCases.register(register);
        FloatTrigonometricCases.register(register);
        DoubleConvolutionCases.register(register);
        FloatConvolutionCases.register(register);
        DoubleGridCases.register(register);
        FloatGridCases.register(register);
        DoubleMatrixProductCases.register(register);
        FloatMatrixProductCases.register(register);
        DoubleTriangularCases.register(register);
        FloatTriangularCases.register(register);
        DoubleQrCases.register(register);
        FloatQrCases.register(register);
        DoubleTallQrCases.register(register);
        FloatTallQrCases.register(register);
        DoubleFactorCases.register(register);
        FloatFactorCases.register(register);
        DoubleGivensCases.register(register);
        FloatGivensCases.register(register);
        DoubleJacobiCases.register(register);
        FloatJacobiCases.register(register);
        DoubleLeastSquaresCases.register(register);
        FloatLeastSquaresCases.register(register);
        DoubleStructuredCases.register(register);
        FloatStructuredCases.register(register);
        DoubleSolverCases.register(register);
        FloatSolverCases.register(register);
        DoubleToeplitzCases.register(register);
        FloatToeplitzCases.register(register);
        DoubleKroneckerCases.register(register);
        FloatKroneckerCases.register(register);
        DoubleButterflyCases.register(register);
        FloatButterflyCases.register(register);
        DoubleRowsCases.register(register);
        FloatRowsCases.register(register);
        DoubleRotationCases.register(register);
        FloatRotationCases.register(register);
        PhiloxCases.register(register);
        return cases;
    }
}
