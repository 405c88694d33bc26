package dev.lanewise.architecture;

import static dev.lanewise.architecture.RuleAssertions.assertAllows;
import static dev.lanewise.architecture.RuleAssertions.assertCatches;

import dev.lanewise.architecture.offenders.engine.hadamard.Vectors;
import dev.lanewise.architecture.offenders.engine.random.ExactMath;
import dev.lanewise.architecture.offenders.engine.random.InexactMath;
import org.junit.jupiter.api.Test;

/** Nothing is used that would leave the bits of a result open. */
class ArithmeticArchitectureTest {
    @Test
    void lanesAreNotReducedInAnOpenOrder() {
        ArithmeticRules.LANES_ARE_NOT_REDUCED_IN_AN_OPEN_ORDER.check(MainClasses.ALL);
        assertCatches(ArithmeticRules.LANES_ARE_NOT_REDUCED_IN_AN_OPEN_ORDER, "Vectors.sum", Vectors.class);
        assertCatches(ArithmeticRules.LANES_ARE_NOT_REDUCED_IN_AN_OPEN_ORDER, "Vectors.count", Vectors.class);
    }

    @Test
    void mathIsUsedWhereItIsExact() {
        ArithmeticRules.MATH_IS_USED_WHERE_IT_IS_EXACT.check(MainClasses.ALL);
        assertCatches(ArithmeticRules.MATH_IS_USED_WHERE_IT_IS_EXACT, "Math.cos", InexactMath.class);
        assertCatches(ArithmeticRules.MATH_IS_USED_WHERE_IT_IS_EXACT, "Math.log", InexactMath.class);
        assertCatches(ArithmeticRules.MATH_IS_USED_WHERE_IT_IS_EXACT, "Math.pow", InexactMath.class);
        assertAllows(ArithmeticRules.MATH_IS_USED_WHERE_IT_IS_EXACT, ExactMath.class);
    }

    @Test
    void vectorsComputeNoTranscendentalFunctions() {
        ArithmeticRules.VECTORS_COMPUTE_NO_TRANSCENDENTAL_FUNCTIONS.check(MainClasses.ALL);
        assertCatches(ArithmeticRules.VECTORS_COMPUTE_NO_TRANSCENDENTAL_FUNCTIONS, "Vectors.sine", Vectors.class);
        assertCatches(ArithmeticRules.VECTORS_COMPUTE_NO_TRANSCENDENTAL_FUNCTIONS, "Vectors.power", Vectors.class);
    }

    @Test
    void vectorsAreCombinedWithVectors() {
        ArithmeticRules.VECTORS_ARE_COMBINED_WITH_VECTORS.check(MainClasses.ALL);
        assertCatches(ArithmeticRules.VECTORS_ARE_COMBINED_WITH_VECTORS, "Vectors.doubled", Vectors.class);
        assertCatches(ArithmeticRules.VECTORS_ARE_COMBINED_WITH_VECTORS, "Vectors.positive", Vectors.class);
    }

    @Test
    void streamsDoNotSumFloatingPoint() {
        ArithmeticRules.STREAMS_DO_NOT_SUM_FLOATING_POINT.check(MainClasses.ALL);
        assertCatches(ArithmeticRules.STREAMS_DO_NOT_SUM_FLOATING_POINT, "InexactMath.summed", InexactMath.class);
    }
}
