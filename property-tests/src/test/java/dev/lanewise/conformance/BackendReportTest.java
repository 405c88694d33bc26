package dev.lanewise.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.engine.backend.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backend runs under which flags, and what it says about it; each in a machine of its own. */
class BackendReportTest {
    private static final String LOGGED = "Lanewise runs its scalar kernels";

    private static JdkTool.Outcome run(String... flags) {
        return ForkedBackend.java()
                .with((Object[]) flags)
                .with(BackendFacts.class.getName())
                .run();
    }

    private static BackendFacts facts(JdkTool.Outcome outcome) {
        return BackendFacts.parse(outcome.outOfSuccess().strip());
    }

    private static BackendFacts scalarSaidOnce(String... flags) {
        JdkTool.Outcome outcome = run(flags);
        BackendFacts facts = facts(outcome);
        assertEquals(Backend.SCALAR, facts.backend());
        assertEquals(0, facts.vectorBits());
        assertEquals(1, outcome.err().split(LOGGED, -1).length - 1, outcome.err());
        assertTrue(outcome.err().contains(facts.reason()), "the log gives the reason: " + outcome.err());
        return facts;
    }

    private static void assertSays(BackendFacts facts, String... parts) {
        for (String part : parts) {
            assertTrue(facts.reason().contains(part), "wanted \"" + part + "\" in: " + facts.reason());
        }
    }

    private static void assertFails(JdkTool.Outcome outcome, String... parts) {
        assertNotEquals(0, outcome.exit(), outcome.out());
        for (String part : parts) {
            assertTrue(outcome.err().contains(part), "wanted \"" + part + "\" in: " + outcome.err());
        }
    }

    /** Whether SIMD can run here at all; if not, the tests that want it are skipped with the reason. */
    private static BackendFacts simd(String... flags) {
        BackendFacts usual = ForkedBackend.usual();
        return flags.length == 0 ? usual : facts(run(flags));
    }

    @Test
    void simdRunsWhereTheModuleIsAddedAndLogsNothing() {
        BackendFacts facts = simd();
        assertTrue(facts.vectorBits() >= 128 && Integer.bitCount(facts.vectorBits()) == 1, facts.line());
        assertTrue(facts.fuses(), facts.line());
        assertSays(facts, "jdk.incubator.vector is there", "-Dlanewise.backend=scalar");
        assertFalse(run(ForkedBackend.ADD_MODULE).err().contains("Lanewise"));
    }

    @Test
    void scalarRunsWithoutTheModuleAndNamesTheFlag() {
        assertSays(scalarSaidOnce(), "--add-modules jdk.incubator.vector", "not there", "class path");
    }

    @Test
    void scalarRunsInTheInterpreterAndSaysSo() {
        assertSays(scalarSaidOnce(ForkedBackend.ADD_MODULE, "-Xint"), "C2", "interpreted", "drop -Xint");
    }

    @Test
    void scalarRunsWithTheFirstCompilerAloneAndSaysSo() {
        assertSays(scalarSaidOnce(ForkedBackend.ADD_MODULE, "-XX:TieredStopAtLevel=1"), "C2", "-XX:TieredStopAtLevel");
    }

    @Test
    void scalarRunsWithoutFusedMultiplyAddAndSaysSo() {
        BackendFacts facts = scalarSaidOnce(ForkedBackend.ADD_MODULE, "-XX:-UseFMA");
        assertFalse(facts.fuses());
        assertSays(facts, "fused multiply-add", "-XX:-UseFMA");
    }

    @Test
    void scalarRunsWhereVectorsAreShorterThan128Bits() {
        assertSays(scalarSaidOnce(ForkedBackend.ADD_MODULE, "-XX:MaxVectorSize=8"), "64 bits", "128");
    }

    @Test
    void scalarRunsWhereItIsAskedForAndLogsNothing() {
        JdkTool.Outcome outcome = run(ForkedBackend.ADD_MODULE, "-Dlanewise.backend=scalar");
        assertEquals(Backend.SCALAR, facts(outcome).backend());
        assertSays(facts(outcome), "asked for by -Dlanewise.backend=scalar");
        assertFalse(outcome.err().contains(LOGGED), outcome.err());
    }

    @Test
    void simdRunsWhereItIsAskedFor() {
        BackendFacts facts = simd(ForkedBackend.ADD_MODULE, "-Dlanewise.backend=simd");
        assertEquals(Backend.SIMD, facts.backend());
        assertSays(facts, "asked for by -Dlanewise.backend=simd");
    }

    @Test
    void theWidthThatIsAskedForRunsAndIsReported() {
        BackendFacts facts = simd(ForkedBackend.ADD_MODULE, "-Dlanewise.vectorBits=128");
        assertEquals(128, facts.vectorBits());
        assertSays(facts, "-Dlanewise.vectorBits=128");
    }

    /** That every use of the library says the same, not only the first. */
    private static void assertEveryUseSays(String wanted, String... flags) {
        assertSays(wanted, ForkedBackend.java().with((Object[]) flags).with(ForkedRefusals.class.getName()));
    }

    private static void assertSays(String wanted, JdkTool program) {
        String out = program.run().outOfSuccess();
        assertTrue(out.lines().count() > 1, out);
        for (String line : out.lines().toList()) {
            assertEquals(wanted, line.substring(0, Math.min(wanted.length(), line.length())), out);
        }
    }

    @Test
    void askingForSimdWithoutTheModuleIsAnErrorThatSaysWhyOnEveryUse() {
        assertEveryUseSays(
                "IllegalStateException: -Dlanewise.backend=simd cannot be had: the module jdk.incubator.vector is not"
                        + " there; on the class path, start Java with --add-modules jdk.incubator.vector",
                "-Dlanewise.backend=simd");
    }

    @Test
    void askingForSimdInTheInterpreterIsAnErrorThatSaysWhyOnEveryUse() {
        assertEveryUseSays(
                "IllegalStateException: -Dlanewise.backend=simd cannot be had: this virtual machine runs without the C2",
                ForkedBackend.ADD_MODULE,
                "-Xint",
                "-Dlanewise.backend=simd");
    }

    @ParameterizedTest(name = "-Dlanewise.backend={0} is an error that names what came and what was wanted")
    @ValueSource(strings = {"foo", "SIMD", " scalar"})
    void aWrongBackendIsAnErrorThatNamesWhatCameAndWhatWasWanted(String wrong) {
        assertEveryUseSays(
                "IllegalArgumentException: -Dlanewise.backend=" + wrong + ": wanted simd or scalar",
                ForkedBackend.ADD_MODULE,
                "-Dlanewise.backend=" + wrong);
    }

    @ParameterizedTest(name = "-Dlanewise.vectorBits={0} is an error that names what came and what was wanted")
    @ValueSource(strings = {"77", "64", "0", "-128", "4096", "wide", ""})
    void aWrongWidthIsAnErrorThatNamesWhatCameAndWhatWasWanted(String wrong) {
        assertEveryUseSays(
                "IllegalArgumentException: -Dlanewise.vectorBits=" + wrong + ": wanted 128, 256, 512, 1024 or 2048",
                ForkedBackend.ADD_MODULE,
                "-Dlanewise.vectorBits=" + wrong);
    }

    @Test
    void aWrongWidthIsAnErrorWhereTheScalarKernelsRunToo() {
        assertEveryUseSays(
                "IllegalArgumentException: -Dlanewise.vectorBits=77: wanted 128, 256, 512, 1024 or 2048",
                "-Dlanewise.backend=scalar",
                "-Dlanewise.vectorBits=77");
    }

    @Test
    void aWidthThatThisMachineLacksIsAnErrorThatNamesTheWidest() {
        int widest = simd().vectorBits();
        assumeTrue(widest < 2048, "no machine has wider vectors");
        assertEveryUseSays(
                "IllegalArgumentException: -Dlanewise.vectorBits=2048: wanted a power of two from 128 to " + widest,
                ForkedBackend.ADD_MODULE,
                "-Dlanewise.vectorBits=2048");
    }

    @ParameterizedTest(name = "-D{0}={1} is an error that names what came and what was wanted")
    @CsvSource({"lanewise.cache.l1,0", "lanewise.cache.l2,-1", "lanewise.cache.l3,many", "lanewise.cache.l3,99999999999"
    })
    void aWrongCacheSizeIsAnErrorThatNamesWhatCameAndWhatWasWanted(String property, String wrong) {
        JdkTool.Outcome outcome = ForkedBackend.java()
                .with("-D" + property + "=" + wrong, Conformance.class.getName(), 1)
                .run();
        assertFails(
                outcome, "IllegalArgumentException: -D" + property + "=" + wrong, "wanted a positive number of bytes");
        assertFalse(outcome.err().contains("ExceptionInInitializerError"), outcome.err());
        assertSays(
                "IllegalArgumentException: -D" + property + "=" + wrong,
                ForkedBackend.java().with("-D" + property + "=" + wrong, ForkedRefusals.class.getName(), "dense"));
    }
}
