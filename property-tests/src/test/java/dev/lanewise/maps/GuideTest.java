package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows the map that the build compiles and tests. */
final class GuideTest {
    private static final String START = "// The guide begins here.\n";

    @Test
    void theGuideShowsTheExampleAsItIs() throws IOException {
        Path root = ProjectFolder.path();
        String guide = Files.readString(root.resolve("CONTRIBUTING.md"));
        for (String name : new String[] {"DoubleDifferenceMap", "DoubleDifferenceMapLaws"}) {
            String source = Files.readString(Path.of("src/test/java/dev/lanewise/maps", name + ".java"));
            String shown = source.substring(source.indexOf(START) + START.length());
            assertTrue(guide.contains("```java\n" + shown + "```"), name + " is not in CONTRIBUTING.md as it is");
        }
    }
}
