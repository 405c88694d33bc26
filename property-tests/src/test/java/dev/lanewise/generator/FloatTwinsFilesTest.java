package dev.lanewise.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.JdkTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files the generator reads, writes, leaves alone and removes. */
class FloatTwinsFilesTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    private static final String BY_HAND = "module/src/main/java/sample/FloatByHand.java";

    @TempDir
    Path folder;

    private TwinProject project;

    @BeforeEach
    void twoClasses() throws IOException {
        project = new TwinProject(folder)
                .with("DoubleA", "class DoubleA {}\n")
                .with("DoubleB", "class DoubleB {}\n")
                .with("Doubling", "class Doubling { float f; }\n");
    }

    @Test
    void onlyWhatChangedIsWrittenAndWhatLostItsSourceIsRemoved() throws IOException {
        project.generate().outOfSuccess();
        Files.setLastModifiedTime(project.twin("FloatA"), LONG_AGO);
        Files.setLastModifiedTime(project.twin("FloatB"), LONG_AGO);
        project.with("DoubleB", "class DoubleB { double x; }\n");
        project.generate().outOfSuccess();
        assertEquals(LONG_AGO, Files.getLastModifiedTime(project.twin("FloatA")), "unchanged, so not written");
        assertEquals("class FloatB { float x; }\n", project.textOfTwin("FloatB"));
        Files.delete(project.source("DoubleA"));
        project.generate().outOfSuccess();
        assertFalse(Files.exists(project.twin("FloatA")), "a twin without a source is stale");
        assertTrue(Files.exists(project.twin("FloatB")));
    }

    @Test
    void sourcesOfSeveralFoldersMayReferToEachOther() throws IOException {
        Path generated = Files.createDirectories(folder.resolve("module/target/made/sample"));
        Files.writeString(generated.resolve("DoubleC.java"), "class DoubleC { DoubleA a; }\n");
        project.with("DoubleA", "class DoubleA { DoubleC c; }\n");
        project.generateFrom("module/src/main/java", "module/target/made", "module/target/missing")
                .outOfSuccess();
        assertEquals("class FloatA { FloatC c; }\n", project.textOfTwin("FloatA"));
        assertEquals("class FloatC { FloatA a; }\n", project.textOfTwin("FloatC"));
    }

    @Test
    void aClassWithoutThePrefixHasNoTwin() {
        project.generate().outOfSuccess();
        assertFalse(Files.exists(project.twin("Floating")));
        assertFalse(Files.exists(project.twin("Doubling")));
    }

    @Test
    void aClassOfAnotherModuleCountsAsHavingATwin() throws IOException {
        project.withFile("other/src/main/java/else/DoubleElsewhere.java", "class DoubleElsewhere {}\n")
                .with("DoubleB", "class DoubleB { DoubleElsewhere e; }\n");
        project.generate().outOfSuccess();
        assertEquals("class FloatB { FloatElsewhere e; }\n", project.textOfTwin("FloatB"));
    }

    @Test
    void aTextOfAnyLengthIsTranslated() throws IOException {
        String block = "\"\"\"\n" + "a double, \\t \"quoted\"\n".repeat(10_000) + "\"\"\"";
        String line = '"' + "a double, \\t".repeat(10_000) + '"';
        String source = "class DoubleB { String s = " + block + ", t = " + line + "; double x = 1.5; }\n";
        project.with("DoubleB", source).generate().outOfSuccess();
        String wanted =
                source.replace("double", "float").replace("Double", "Float").replace("1.5", "1.5f");
        assertEquals(wanted, project.textOfTwin("FloatB"));
    }

    @Test
    void aTwinWrittenByHandIsRefusedUnlessItIsListed() throws IOException {
        project.with("DoubleByHand", "class DoubleByHand { double x = 0x1p-53; }\n")
                .with("FloatByHand", "class FloatByHand { float x = 0x1p-24f; }\n");
        JdkTool.Outcome refused = project.generate();
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("FloatByHand.java: written by hand"), refused.err());
        assertTrue(refused.err().contains("build/hand-written-twins.txt"), refused.err());
    }

    @Test
    void aListedTwinWrittenByHandIsAcceptedAndNoneIsMade() throws IOException {
        project.with("DoubleByHand", "class DoubleByHand { double x = 0x1p-53; }\n")
                .with("FloatByHand", "class FloatByHand { float x = 0x1p-24f; }\n")
                .with("DoubleB", "class DoubleB { DoubleByHand h; }\n")
                .withFile("build/hand-written-twins.txt", "# a comment\n\n" + BY_HAND + "\n");
        assertEquals("", project.generate().outOfSuccess());
        assertFalse(Files.exists(project.twin("FloatByHand")));
        assertEquals("class FloatB { FloatByHand h; }\n", project.textOfTwin("FloatB"));
    }

    @Test
    void anEntryOfTheListThatDoesNotExistIsRefused() throws IOException {
        project.withFile("build/hand-written-twins.txt", BY_HAND + "\n");
        JdkTool.Outcome refused = project.generate();
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains(BY_HAND + " is listed, but does not exist"), refused.err());
    }

    @Test
    void aFolderThatIsNoneOfTheBuildIsLeftAlone() throws IOException {
        project.with("DoubleB", "class DoubleB {}\n");
        JdkTool.Outcome refused = project.generateInto("module/src/main/java");
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("wanted a folder below one named target"), refused.err());
        assertTrue(Files.exists(project.source("DoubleB")));
    }

    @Test
    void sourcesBelowTargetFoldersAreNotRead() throws IOException {
        project.withFile("module/target/old/DoubleGone.java", "class DoubleGone {}\n")
                .with("DoubleB", "class DoubleB { DoubleGone g; }\n");
        JdkTool.Outcome refused = project.generate();
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("DoubleB.java:1: DoubleGone"), refused.err());
    }

    @Test
    void theTwinsOfAModuleWhoseSourcesAreGoneAreRemoved() throws IOException {
        project.generate().outOfSuccess();
        for (String name : List.of("DoubleA", "DoubleB", "Doubling")) {
            Files.delete(project.source(name));
        }
        Files.delete(folder.resolve("module/src/main/java/sample"));
        Files.delete(folder.resolve("module/src/main/java"));
        project.generate().outOfSuccess();
        assertFalse(Files.exists(project.twin("FloatA")));
    }

    @Test
    void aModuleWithoutSourcesIsNoError() throws IOException {
        Path root = folder.resolve("empty");
        Files.createDirectories(root);
        assertEquals("", new TwinProject(root).generate().outOfSuccess());
    }
}
