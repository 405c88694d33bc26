package dev.lanewise.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator makes of a source that it can translate, line for line. */
class FloatTwinsTranslationTest {
    @TempDir
    static Path folder;

    private static List<String> twinLines;

    /** Each line of the source, and the line that is to become of it. */
    private record Line(String source, String twin) {
        static Line same(String line) {
            return new Line(line, line);
        }
    }

    static List<Line> lines() {
        return List.of(
                // Types and classes.
                new Line("double[] a = new double[n];", "float[] a = new float[n];"),
                new Line("Double boxed = Double.valueOf(x);", "Float boxed = Float.valueOf(x);"),
                new Line("int bytes = Double.BYTES;", "int bytes = Float.BYTES;"),
                new Line("DoubleVector v = DoubleVector.zero(s);", "FloatVector v = FloatVector.zero(s);"),
                new Line("VectorSpecies<Double> s;", "VectorSpecies<Float> s;"),
                new Line("DoubleBuffer b = bytes.asDoubleBuffer();", "FloatBuffer b = bytes.asFloatBuffer();"),
                new Line("DoubleOther other = new DoubleOther();", "FloatOther other = new FloatOther();"),
                new Line("x = (double) n;", "x = (float) n;"),
                // Parts of identifiers, where they are a whole hump.
                new Line("a = workspace.takeDoubles(n);", "a = workspace.takeFloats(n);"),
                new Line("s = Species.DOUBLE;", "s = Species.FLOAT;"),
                new Line("s = NO_DOUBLES + DOUBLE_LANES;", "s = NO_FLOATS + FLOAT_LANES;"),
                new Line(
                        "y = doubleFactor(doubles, maxDouble, double2);", "y = floatFactor(floats, maxFloat, float2);"),
                new Line("y = isDoubleX + toDoubleArray();", "y = isFloatX + toFloatArray();"),
                Line.same("y = doubled + doubling + redouble + isDoubled + DOUBLED + REDOUBLE;"),
                // Literals.
                new Line("x = 1.0 + 0.5 + .25 + 3.;", "x = 1.0f + 0.5f + .25f + 3.f;"),
                new Line("x = 1e-3 + 2E+2 + 1.5e3;", "x = 1e-3f + 2E+2f + 1.5e3f;"),
                new Line("x = 1_000.5 - 2d * 3D;", "x = 1_000.5f - 2f * 3f;"),
                new Line("x = 0.0 + 1e-6 + 1e9;", "x = 0.0f + 1e-6f + 1e9f;"),
                new Line("x = a[0]*1.5+b[i+1]/2.0;", "x = a[0]*1.5f+b[i+1]/2.0f;"),
                Line.same("k = 1 + 42L + 1_000 + 017 + 0b1101 + 0B1;"),
                Line.same("k = 0xFF + 0x1e5 + 0xDEAD_BEEFL + 0xd + 0Xf;"),
                new Line("k = 0xE+1.5 + 0x1e+doubles;", "k = 0xE+1.5f + 0x1e+floats;"),
                Line.same("y = x1 + e5 + d0 + f1;"),
                // Characters, strings, comments: words as elsewhere, numbers stay.
                Line.same("c = 'd' + '\"' + '\\'' + '\\\\';"),
                new Line("s = \"a double of 1.0\";", "s = \"a float of 1.0\";"),
                new Line(
                        "s = \"\\\"double\\\" // no comment 1.5\"; x = 2.5;",
                        "s = \"\\\"float\\\" // no comment 1.5\"; x = 2.5f;"),
                new Line("x = 1.5; // a double, not doubled, 1.5", "x = 1.5f; // a float, not doubled, 1.5"),
                new Line("/* DoubleOther 2.5 \" */ x = 2.5;", "/* FloatOther 2.5 \" */ x = 2.5f;"),
                new Line("s = \"/*\"; x = 1.5; t = \"*/\";", "s = \"/*\"; x = 1.5f; t = \"*/\";"),
                Line.same("s = \"\"\""),
                new Line("    a \"double\" of 1.0 // here", "    a \"float\" of 1.0 // here"),
                Line.same("    an escaped \\\"\"\" does not end it, 1.5"),
                new Line("    \"\"\"; x = 1.5;", "    \"\"\"; x = 1.5f;"),
                Line.same("t = \"\"\""),
                Line.same("    its last character is \\\\\"\"\";"),
                new Line("x = 2.5 + \"\".length();", "x = 2.5f + \"\".length();"),
                Line.same("/**"),
                new Line(
                        " * {@code double} {@link DoubleOther#takeDoubles} 1.5",
                        " * {@code float} {@link FloatOther#takeFloats} 1.5"),
                Line.same(" */"),
                Line.same(""),
                Line.same("}"));
    }

    @BeforeAll
    static void generate() throws IOException {
        String source = String.join("\n", lines().stream().map(Line::source).toList()) + "\n";
        TwinProject project =
                new TwinProject(folder).with("DoubleSample", source).with("DoubleOther", "class DoubleOther {}\n");
        assertEquals("", project.generate().outOfSuccess());
        twinLines = Files.readAllLines(project.twin("FloatSample"));
    }

    @Test
    void theTwinHasAsManyLinesAsItsSource() {
        assertEquals(lines().size(), twinLines.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void everyLineBecomesItsTwin(Line line) {
        assertEquals(line.twin, twinLines.get(lines().indexOf(line)));
    }

    @Test
    void allSamplesDiffer() {
        assertTrue(lines().stream().distinct().count() == lines().size(), "indexOf would find another one");
    }
}
