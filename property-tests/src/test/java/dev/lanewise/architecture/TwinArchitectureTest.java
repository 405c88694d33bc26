package dev.lanewise.architecture;

import static dev.lanewise.architecture.RuleAssertions.assertCatches;

import dev.lanewise.architecture.offenders.Twins;
import dev.lanewise.architecture.offenders.engine.scalar.Nosy;
import dev.lanewise.architecture.offenders.engine.simd.Drifted;
import dev.lanewise.architecture.offenders.engine.simd.Orphan;
import org.junit.jupiter.api.Test;

/** SIMD and scalar kernels, and double and float classes, offer the same. */
class TwinArchitectureTest {
    @Test
    void simdKernelsExtendScalarOnesOfTheSameName() {
        TwinRules.SIMD_KERNELS_EXTEND_SCALAR_ONES_OF_THE_SAME_NAME.check(MainClasses.ENGINE);
        assertCatches(TwinRules.SIMD_KERNELS_EXTEND_SCALAR_ONES_OF_THE_SAME_NAME, "Orphan", Orphan.class);
    }

    @Test
    void simdKernelsHaveNoDoorsOfTheirOwn() {
        TwinRules.SIMD_KERNELS_HAVE_NO_DOORS_OF_THEIR_OWN.check(MainClasses.ENGINE);
        assertCatches(
                TwinRules.SIMD_KERNELS_HAVE_NO_DOORS_OF_THEIR_OWN,
                "common(float[])",
                Drifted.class,
                dev.lanewise.architecture.offenders.engine.scalar.Drifted.class);
    }

    @Test
    void scalarKernelsHaveSimdOnesOfTheSameName() {
        TwinRules.SCALAR_KERNELS_HAVE_SIMD_ONES_OF_THE_SAME_NAME.check(MainClasses.ENGINE);
        assertCatches(TwinRules.SCALAR_KERNELS_HAVE_SIMD_ONES_OF_THE_SAME_NAME, "Nosy", Nosy.class);
    }

    @Test
    void publicDoubleClassesHaveFloatTwinsWithTheSameMethods() {
        TwinRules.DOUBLE_CLASSES_HAVE_FLOAT_TWINS.check(MainClasses.ALL);
        assertCatches(TwinRules.DOUBLE_CLASSES_HAVE_FLOAT_TWINS, "DoubleLonely stands alone", Twins.DoubleLonely.class);
        assertCatches(
                TwinRules.DOUBLE_CLASSES_HAVE_FLOAT_TWINS,
                "does not: [onlyHere()]",
                Twins.DoubleDrifted.class,
                Twins.FloatDrifted.class);
    }

    @Test
    void publicFloatClassesAreTwinsOfDoubleOnesWithTheSameMethods() {
        TwinRules.FLOAT_CLASSES_ARE_TWINS_OF_DOUBLE_ONES.check(MainClasses.ALL);
        assertCatches(
                TwinRules.FLOAT_CLASSES_ARE_TWINS_OF_DOUBLE_ONES,
                "FloatLonelyToo stands alone",
                Twins.FloatLonelyToo.class);
        assertCatches(
                TwinRules.FLOAT_CLASSES_ARE_TWINS_OF_DOUBLE_ONES,
                "does not: [onlyThere()]",
                Twins.DoubleDrifted.class,
                Twins.FloatDrifted.class);
    }
}
