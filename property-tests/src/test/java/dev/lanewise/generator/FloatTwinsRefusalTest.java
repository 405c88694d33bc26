package dev.lanewise.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.JdkTool;
import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator cannot translate fails the build, with file and line. */
class FloatTwinsRefusalTest {
    @TempDir
    static Path folder;

    private static JdkTool.Outcome outcome;

    /** A line of code and the token that the complaint about it is to name. */
    private record Offence(String line, String token) {
        @Override
        public String toString() {
            return line;
        }
    }

    private static final List<Offence> OFFENCES = List.of(
            new Offence("DoubleStream s;", "DoubleStream"),
            new Offence("java.util.function.DoubleUnaryOperator f;", "DoubleUnaryOperator"),
            new Offence("DoubleNowhere n;", "DoubleNowhere"),
            new Offence("long b = Double.doubleToRawLongBits(x);", "doubleToRawLongBits"),
            new Offence("long b = Double.doubleToLongBits(x);", "doubleToLongBits"),
            new Offence("double y = Double.longBitsToDouble(b);", "longBitsToDouble"),
            new Offence("LongVector bits = v.viewAsIntegralLanes();", "viewAsIntegralLanes"),
            new Offence("LongVector bits = v.reinterpretAsLongs();", "reinterpretAsLongs"),
            new Offence("LongVector bits = other;", "LongVector"),
            new Offence("IntVector bits = other;", "IntVector"),
            new Offence("java.util.OptionalDouble most;", "OptionalDouble"),
            new Offence("java.util.function.ToDoubleFunction<X> f;", "ToDoubleFunction"),
            new Offence("java.util.function.IntToDoubleFunction f;", "IntToDoubleFunction"),
            new Offence("java.util.function.ObjDoubleConsumer<X> f;", "ObjDoubleConsumer"),
            new Offence("x.stream().mapToDouble(f);", "mapToDouble"),
            new Offence("y = most.getAsDouble();", "getAsDouble"),
            new Offence("float y = z;", "float"),
            new Offence("Float y = z;", "Float"),
            new Offence("y = workspace.takeFloats(n);", "takeFloats"),
            new Offence("y = Species.FLOAT;", "FLOAT"),
            new Offence("y = 1.5f;", "1.5f"),
            new Offence("y = 1F;", "1F"),
            new Offence("y = 0x1p-53;", "0x1p-53"),
            new Offence("y = 0X1.8P+3d;", "0X1.8P+3d"),
            new Offence("y = 1e-300;", "1e-300"),
            new Offence("y = 1e300;", "1e300"),
            new Offence("y = 1e999;", "1e999"),
            new Offence("y = 0.000_000_1;", "0.000_000_1"));

    static Stream<Offence> offences() {
        return OFFENCES.stream();
    }

    /** One file for each offence, in line 3 of it; one run for all. */
    @BeforeAll
    static void generate() throws IOException {
        TwinProject project = new TwinProject(folder);
        for (int i = 0; i < OFFENCES.size(); i++) {
            project.with("DoubleOffence" + i, "/* 1.5f,\n" + "float */\n" + OFFENCES.get(i).line + "\n");
        }
        project.with("DoubleInnocent", "class DoubleInnocent {}\n");
        outcome = project.generate();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void theComplaintNamesFileAndLineAndWhatStandsThere(Offence offence) {
        String place = "DoubleOffence" + OFFENCES.indexOf(offence) + ".java:3: " + offence.token;
        assertTrue(outcome.err().lines().anyMatch(line -> line.contains(place)), () -> place + " in " + outcome.err());
    }

    @Test
    void theBuildFails() {
        assertEquals(1, outcome.exit(), outcome.err());
    }

    @Test
    void onlyTheOffendersAreNamed() {
        List<String> others = new ArrayList<>(outcome.err().lines().toList());
        others.removeIf(line -> line.matches(".*DoubleOffence\\d+\\.java:3: .*"));
        assertEquals(List.of(), others);
    }

    @Test
    void aWrongNumberOfArgumentsIsToldWithTheUsage() {
        JdkTool.Outcome bare = JdkTool.named("java")
                .with(ProjectFolder.path().resolve("build/FloatTwins.java"))
                .run();
        assertEquals(2, bare.exit());
        assertTrue(bare.err().startsWith("usage:"), bare.err());
    }
}
