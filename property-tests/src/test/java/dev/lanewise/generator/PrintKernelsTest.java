package dev.lanewise.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.JdkTool;
import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printer of the kernels: what it writes is compiled and tested with the engine, so here only which files those are. */
class PrintKernelsTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    @TempDir
    Path root;

    private Path target() {
        return root.resolve("target/kernels");
    }

    private static JdkTool.Outcome print(Object... arguments) {
        return JdkTool.named("java")
                .with(ProjectFolder.path().resolve("build/kernels/PrintKernels.java"))
                .with(arguments)
                .run();
    }

    private Path folder() {
        return target().resolve("dev/lanewise/engine/simd");
    }

    private Set<String> printed() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void allHaveNarrowTwinsButForThoseOfLongTransformsOfPackedTilesOfSumsAndOfCombinations() throws IOException {
        print(target()).outOfSuccess();
        Set<String> wanted = printed();
        String whole = Files.readString(folder().resolve("DoubleFourierLengths.java"));
        wanted.removeIf(name -> name.matches("Double((Tile|Products)\\d.*|InterleavedTile|Combinations)")
                || Pattern.compile("\\b" + name + "\\b").matcher(whole).find());
        try (Stream<String> lines = Files.lines(ProjectFolder.path().resolve("build/narrow-twins.txt"))) {
            Set<String> listed =
                    lines.filter(line -> line.matches("\\w+")).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(wanted, listed);
            assertTrue(listed.contains("DoubleFourier64"));
        }
    }

    @Test
    void onlyWhatChangedIsWrittenAndWhatIsNoKernelIsRemoved() throws IOException {
        print(target()).outOfSuccess();
        Path same = folder().resolve("DoubleFourier64.java"), other = folder().resolve("DoubleFourierRadix3.java");
        Path stale = folder().resolve("DoubleFourierRadix6.java");
        String text = Files.readString(other);
        Files.setLastModifiedTime(same, LONG_AGO);
        Files.writeString(other, "class Half {");
        Files.writeString(stale, "class Stale {}");
        Path scalar = target().resolve("dev/lanewise/engine/scalar"),
                staleToo = scalar.resolve("DoubleFourierLength17.java");
        Files.writeString(staleToo, "class Stale {}");
        print(target()).outOfSuccess();
        assertEquals(LONG_AGO, Files.getLastModifiedTime(same), "unchanged, so not written");
        assertEquals(text, Files.readString(other));
        assertFalse(Files.exists(stale));
        assertFalse(Files.exists(staleToo));
        assertTrue(Files.exists(scalar.resolve("DoubleFourierLength64.java")));
    }

    @Test
    void aFolderThatIsNoBuildFolderIsRefusedAndLeftAlone() throws IOException {
        Path own = Files.createDirectories(root.resolve("dev/lanewise/engine/simd"))
                .resolve("DoubleOwn.java");
        Files.writeString(own, "class DoubleOwn {}");
        JdkTool.Outcome refused = print(root);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().startsWith("TARGET: got " + root), refused.err());
        assertTrue(Files.exists(own));
    }

    @Test
    void aWrongNumberOfArgumentsIsToldWithTheUsage() {
        JdkTool.Outcome bare = print();
        assertEquals(2, bare.exit());
        assertTrue(bare.err().startsWith("usage:"), bare.err());
    }
}
