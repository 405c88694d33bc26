package dev.lanewise.architecture;

import static dev.lanewise.architecture.RuleAssertions.assertAllows;
import static dev.lanewise.architecture.RuleAssertions.assertCatches;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.lanewise.architecture.offenders.cli.KnowsKernel;
import dev.lanewise.architecture.offenders.cycle.one.First;
import dev.lanewise.architecture.offenders.cycle.two.Second;
import dev.lanewise.architecture.offenders.engine.DependsOnLibrary;
import dev.lanewise.architecture.offenders.engine.DependsOnStructured;
import dev.lanewise.architecture.offenders.engine.hadamard.Vectors;
import dev.lanewise.architecture.offenders.engine.random.ExactMath;
import dev.lanewise.architecture.offenders.engine.scalar.Nosy;
import dev.lanewise.architecture.offenders.engine.simd.Drifted;
import dev.lanewise.architecture.offenders.structured.DependsOnApi;
import dev.lanewise.architecture.offenders.structured.DependsOnCli;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules and packages know only whom they may know. */
class ModuleArchitectureTest {
    private static final List<JavaClasses> MODULES =
            List.of(MainClasses.ENGINE, MainClasses.STRUCTURED, MainClasses.API, MainClasses.CLI);

    @Test
    void classesOfAllModulesAreRead() {
        assertTrue(MainClasses.ENGINE.contain(FloatHadamardPlan.class), "class files of this JDK can be read");
        for (JavaClasses module : MODULES) {
            assertTrue(module.size() > 10, module + " has few classes");
        }
    }

    @Test
    void engineDependsOnTheJdkAlone() {
        ModuleRules.ENGINE_DEPENDS_ON_THE_JDK_ALONE.check(MainClasses.ENGINE);
        assertCatches(ModuleRules.ENGINE_DEPENDS_ON_THE_JDK_ALONE, "LinearMap", DependsOnStructured.class);
        assertCatches(ModuleRules.ENGINE_DEPENDS_ON_THE_JDK_ALONE, "Assertions", DependsOnLibrary.class);
        assertAllows(ModuleRules.ENGINE_DEPENDS_ON_THE_JDK_ALONE, ExactMath.class, Vectors.class);
    }

    @Test
    void structuredDependsOnEngineAndFastutilAlone() {
        ModuleRules.STRUCTURED_DEPENDS_ON_ENGINE_AND_FASTUTIL.check(MainClasses.STRUCTURED);
        assertCatches(ModuleRules.STRUCTURED_DEPENDS_ON_ENGINE_AND_FASTUTIL, "HadamardRotation", DependsOnApi.class);
    }

    @Test
    void apiDependsOnStructuredAndEngineAlone() {
        ModuleRules.API_DEPENDS_ON_STRUCTURED_AND_ENGINE.check(MainClasses.API);
        assertCatches(
                ModuleRules.API_DEPENDS_ON_STRUCTURED_AND_ENGINE,
                "Assertions",
                dev.lanewise.architecture.offenders.DependsOnLibrary.class);
    }

    @Test
    void cliDependsOnApiPicocliAndProgressbarAlone() {
        ModuleRules.CLI_DEPENDS_ON_API_PICOCLI_AND_PROGRESSBAR.check(MainClasses.CLI);
        assertCatches(
                ModuleRules.CLI_DEPENDS_ON_API_PICOCLI_AND_PROGRESSBAR,
                "Assertions",
                dev.lanewise.architecture.offenders.cli.DependsOnLibrary.class);
    }

    @Test
    void cliDoesNotKnowKernels() {
        ModuleRules.CLI_DOES_NOT_KNOW_KERNELS.check(MainClasses.CLI);
        assertCatches(ModuleRules.CLI_DOES_NOT_KNOW_KERNELS, "simd.Drifted", KnowsKernel.class);
    }

    @Test
    void nobodyDependsOnTheCli() {
        ModuleRules.NOBODY_DEPENDS_ON_THE_CLI.check(MainClasses.ALL);
        assertCatches(ModuleRules.NOBODY_DEPENDS_ON_THE_CLI, "KnowsKernel", DependsOnCli.class);
    }

    @Test
    void onlySimdKernelsAndTheBackendProbeNameTheIncubatorModule() {
        ModuleRules.KERNELS_AND_PROBE_ALONE_NAME_THE_INCUBATOR_MODULE.check(MainClasses.ALL);
        assertCatches(ModuleRules.KERNELS_AND_PROBE_ALONE_NAME_THE_INCUBATOR_MODULE, "DoubleVector", Vectors.class);
    }

    @Test
    void scalarKernelsDoNotKnowSimdOnes() {
        ModuleRules.SCALAR_DOES_NOT_KNOW_SIMD.check(MainClasses.ENGINE);
        assertCatches(ModuleRules.SCALAR_DOES_NOT_KNOW_SIMD, "simd.Drifted", Nosy.class, Drifted.class);
    }

    @Test
    void packagesHaveNoCycles() {
        for (JavaClasses module : MODULES) {
            ModuleRules.PACKAGES_HAVE_NO_CYCLES.check(module);
        }
        assertCatches(ModuleRules.PACKAGES_HAVE_NO_CYCLES, "Cycle detected", First.class, Second.class);
    }
}
