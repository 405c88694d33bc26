package dev.lanewise.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.ForkedBackend;
import dev.lanewise.conformance.JdkTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that use the packaged jars as their users do, on the class path and on the module path. */
class ConsumerIT {
    private static final String FLAG = "--add-modules jdk.incubator.vector";

    @TempDir
    static Path folder;

    private static Path onClassPath;
    private static Path onModulePath;

    @BeforeAll
    static void compileBoth() throws IOException {
        onClassPath = folder.resolve("classpath");
        onModulePath = folder.resolve("modulepath");
        ShippedJars.compile("classpath", "--class-path", onClassPath);
        ShippedJars.compile("modulepath", "--module-path", onModulePath);
    }

    private static JdkTool.Outcome runOnClassPath(String... flags) {
        String path = onClassPath + System.getProperty("path.separator") + ShippedJars.PATH;
        return JdkTool.named("java", flags)
                .with("--class-path", path, "Consumer")
                .run();
    }

    private static JdkTool.Outcome runOnModulePath(String... flags) {
        String path = onModulePath + System.getProperty("path.separator") + ShippedJars.PATH;
        return JdkTool.named("java", flags)
                .with("--module-path", path, "--module", "consumer/consumer.Consumer")
                .run();
    }

    private static void assertWorks(JdkTool.Outcome outcome, String backend) {
        assertEquals(
                List.of(backend, "rotated there and back"),
                outcome.outOfSuccess().lines().toList());
    }

    @Test
    void onTheClassPathWithoutTheFlagTheScalarKernelsRunAndOneLogLineNamesTheFlag() {
        JdkTool.Outcome outcome = runOnClassPath();
        assertWorks(outcome, "SCALAR");
        List<String> lines =
                outcome.err().lines().filter(line -> line.contains("Lanewise")).toList();
        assertEquals(1, lines.size(), outcome.err());
        assertTrue(lines.getFirst().contains(FLAG), outcome.err());
        assertEquals(2, outcome.err().split(FLAG, -1).length, "said once: " + outcome.err());
    }

    @Test
    void onTheClassPathWithTheFlagSimdRunsAndNothingIsLogged() {
        ForkedBackend.assumeSimd();
        JdkTool.Outcome outcome = runOnClassPath(FLAG.split(" "));
        assertWorks(outcome, "SIMD");
        assertFalse(outcome.err().contains("Lanewise"), outcome.err());
    }

    @Test
    void onTheModulePathSimdRunsWithoutAnyFlagAndNothingIsLogged() {
        ForkedBackend.assumeSimd();
        JdkTool.Outcome outcome = runOnModulePath();
        assertWorks(outcome, "SIMD");
        assertFalse(outcome.err().contains("Lanewise"), outcome.err());
    }

    @Test
    void onTheModulePathTheScalarKernelsRunWhereTheyAreAskedFor() {
        assertWorks(runOnModulePath("-Dlanewise.backend=scalar"), "SCALAR");
    }

    @Test
    void onTheClassPathWithoutTheFlagAskingForSimdIsAnErrorThatNamesTheFlag() {
        JdkTool.Outcome outcome = runOnClassPath("-Dlanewise.backend=simd");
        assertNotEquals(0, outcome.exit());
        assertTrue(outcome.err().contains("-Dlanewise.backend=simd cannot be had"), outcome.err());
        assertTrue(outcome.err().contains(FLAG), outcome.err());
    }
}
