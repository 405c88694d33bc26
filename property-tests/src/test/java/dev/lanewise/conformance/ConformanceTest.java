package dev.lanewise.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.engine.backend.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bits on every width, backend, compiler, cache size and number of threads, and in every release. Each way to
 * run is a virtual machine of its own, and two of them run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {
    private static final String GOLDEN = "property-tests/src/test/resources/dev/lanewise/conformance/digests.txt";
    private static final String RECORD = "lanewise.conformance.record";

    /** What the digests of a recorded file mean, for its reader. */
    private static final String HEADING = """
            # Digests of the results of every operation: the bits of this release.
            # Rewritten by: mvn -pl property-tests -am verify -D%s=true
            # A line that changes is a change of results, and for a rotation a breaking change: say so in CHANGELOG.md.
            """.formatted(RECORD);

    private Outcome reference;

    /** A report and the backend that it was made on. */
    private record Outcome(BackendFacts facts, ConformanceReport report) {}

    /**
     * A way to run.
     *
     * @param name describes it
     * @param threads how many
     * @param backend what is to run
     * @param vectorBits at which width; 0 for whatever the machine prefers
     * @param module whether the module of the vectors is there
     * @param flags of the virtual machine
     */
    private record Variant(
            String name, int threads, Backend backend, int vectorBits, boolean module, List<String> flags) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void runOnceAsTheMachineIs() {
        reference = run(true, List.of(), 1);
        System.out.println("conformance: " + reference.report.digests().size() + " operations; reference on "
                + reference.facts.line());
    }

    private static Outcome run(boolean module, List<String> flags, int threads) {
        String out = ForkedBackend.java()
                .with(module ? List.of(ForkedBackend.ADD_MODULE) : List.of())
                .with("-XX:+UseSerialGC", "-XX:CompileThresholdScaling=0.1")
                .with("-Dlanewise.operationsPerThread=1")
                .with(flags)
                .with(Conformance.class.getName(), threads)
                .run()
                .outOfSuccess();
        List<String> lines = out.lines().toList();
        return new Outcome(
                BackendFacts.parse(lines.getFirst()),
                ConformanceReport.parse(lines.stream().skip(1)));
    }

    static Stream<Variant> variants() {
        return Stream.concat(
                Stream.of(16, 32)
                        .map(bytes -> simd(
                                "-XX:MaxVectorSize=" + bytes + ", compiled at once",
                                8 * bytes,
                                1,
                                "-XX:-BackgroundCompilation",
                                "-XX:MaxVectorSize=" + bytes)),
                Stream.of(
                        simd("small caches and 3 threads", 0, 3, caches(1 << 12, 1 << 15, 1 << 18)),
                        new Variant("the module not added and 2 threads", 2, Backend.SCALAR, 0, false, List.of())));
    }

    static Stream<Variant> moreVariants() {
        return Stream.concat(
                Stream.of(128, 256, 512)
                        .map(bits -> simd(bits + " bits, compiled at once", bits, 1, compiledAtOnce(bits))),
                Stream.of(
                        simd("3 threads", 0, 3),
                        simd("large caches and 2 threads", 0, 2, caches(1 << 24, 1 << 26, 1 << 30)),
                        scalar("the C1 compiler alone", 1, "-XX:TieredStopAtLevel=1"),
                        scalar("the scalar backend and 3 threads", 3, "-Dlanewise.backend=scalar")));
    }

    private static Variant simd(String name, int vectorBits, int threads, String... flags) {
        return new Variant(name, threads, Backend.SIMD, vectorBits, true, List.of(flags));
    }

    private static Variant scalar(String name, int threads, String flag) {
        return new Variant(name, threads, Backend.SCALAR, 0, true, List.of(flag));
    }

    /** In the usual way of running, what is called seldom is never compiled to vector instructions. The processor keeps what it has. */
    private static String[] compiledAtOnce(int bits) {
        return new String[] {"-XX:-BackgroundCompilation", "-Dlanewise.vectorBits=" + bits};
    }

    private static String[] caches(int l1, int l2, int l3) {
        return new String[] {"-Dlanewise.cache.l1=" + l1, "-Dlanewise.cache.l2=" + l2, "-Dlanewise.cache.l3=" + l3};
    }

    @ParameterizedTest(name = "the bits are the same with {0}")
    @MethodSource("variants")
    void bitsAreTheSameWith(Variant variant) {
        assertSameBits(variant);
    }

    @ParameterizedTest(name = "the bits are the same with {0}")
    @MethodSource("moreVariants")
    @Tag("long")
    void bitsAreTheSameInMoreWays(Variant variant) {
        assertSameBits(variant);
    }

    private void assertSameBits(Variant variant) {
        if (variant.backend == Backend.SIMD) {
            skipUnless(reference.facts.backend() == Backend.SIMD, variant, reference.facts.reason());
        }
        int widest = reference.facts.vectorBits();
        skipUnless(variant.vectorBits <= widest, variant, "vectors here have at most " + widest + " bits");
        Outcome outcome = run(variant.module, variant.flags, variant.threads);
        System.out.println("conformance: ran " + variant + " on " + outcome.facts.line());
        assertEquals(variant.backend, outcome.facts.backend(), "the wrong backend ran");
        if (variant.vectorBits != 0) {
            assertEquals(variant.vectorBits, outcome.facts.vectorBits(), "the wrong width ran");
        }
        assertSame(outcome.report, reference.report, "the bits of operations change with " + variant);
    }

    private static void skipUnless(boolean possible, Variant variant, String why) {
        if (!possible) {
            System.out.println("conformance: SKIPPED " + variant + ": " + why);
        }
        assumeTrue(possible, why);
    }

    @Test
    @DisplayName("The bits are those of the recorded release")
    void bitsAreThoseOfTheRecordedRelease() throws IOException {
        Path golden = ProjectFolder.path().resolve(GOLDEN);
        if (Boolean.getBoolean(RECORD)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, HEADING + reference.report.lines());
            System.out.println("conformance: recorded " + golden.getFileName());
        }
        try (Stream<String> lines = Files.lines(golden)) {
            assertSame(
                    reference.report,
                    ConformanceReport.parse(lines),
                    "results are no longer those in " + GOLDEN + "; if that is meant, run once with -D" + RECORD
                            + "=true, look at the difference and commit it");
        }
    }

    private static void assertSame(ConformanceReport got, ConformanceReport wanted, String message) {
        List<String> differences = got.differencesFrom(wanted);
        assertTrue(
                differences.isEmpty(),
                () -> message + " (" + differences.size() + "):\n  " + String.join("\n  ", differences));
    }
}
