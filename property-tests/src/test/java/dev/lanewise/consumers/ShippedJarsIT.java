package dev.lanewise.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.conformance.JdkTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the jars that are shipped. */
class ShippedJarsIT {
    private static Set<String> entries(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream().map(JarEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest(name = "{0} is the module {1} of this version and requires {2}")
    @CsvSource({
        "lanewise-engine,dev.lanewise.engine,jdk.incubator.vector",
        "lanewise-structured,dev.lanewise.structured,dev.lanewise.engine transitive",
        "lanewise,dev.lanewise,dev.lanewise.structured transitive"
    })
    void aJarNamesItsModuleAndVersionAndWhatItRequires(String artifact, String module, String required) {
        List<String> lines = JdkTool.named("jar", "--describe-module", "--file")
                .with(ShippedJars.named(artifact))
                .run()
                .outOfSuccess()
                .lines()
                .toList();
        assertEquals(module + "@" + ShippedJars.VERSION, lines.getFirst().split(" ")[0]);
        assertTrue(lines.contains("requires " + required), () -> "requires " + required + " in " + lines);
        assertTrue(lines.contains("requires java.base mandated"), () -> String.join("\n", lines));
    }

    @ParameterizedTest(name = "every Double class in {0} has its Float twin beside it")
    @ValueSource(strings = {"lanewise-engine", "lanewise-structured", "lanewise"})
    void everyDoubleClassHasItsFloatTwinBesideIt(String artifact) throws IOException {
        Set<String> entries = entries(ShippedJars.named(artifact));
        Set<String> wanted = entries.stream()
                .filter(entry -> entry.matches("(.*/)?Double[^/]*\\.class"))
                .map(entry -> entry.replaceFirst("Double([^/]*)$", "Float$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(!wanted.isEmpty(), () -> "no Double class in " + entries);
        wanted.removeAll(entries);
        assertEquals(Set.of(), wanted, "twins that the jar lacks");
    }

    @ParameterizedTest(name = "the sources of {0} hold those of every twin")
    @ValueSource(strings = {"lanewise-engine", "lanewise-structured", "lanewise"})
    void theSourcesHoldThoseOfEveryTwin(String artifact) throws IOException {
        Set<String> sources = entries(ShippedJars.sourcesOf(artifact));
        Set<String> wanted = entries(ShippedJars.named(artifact)).stream()
                .filter(entry -> entry.matches("(.*/)?(Double|Float)[^/$]*\\.class"))
                .map(entry -> entry.replaceFirst("class$", "java"))
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.removeAll(sources);
        assertEquals(Set.of(), wanted, "sources that are not shipped");
    }

    @ParameterizedTest(name = "{0} holds classes of its own packages and nothing of tests or tools")
    @ValueSource(strings = {"lanewise-engine", "lanewise-structured", "lanewise"})
    void aJarHoldsItsOwnPackagesAlone(String artifact) throws IOException {
        // That of the api holds everything but what the two below it hold.
        String own = "dev/lanewise/" + (artifact.contains("-") ? artifact.substring("lanewise-".length()) + "/" : "");
        String foreign = artifact.contains("-") ? "(?!)" : "dev/lanewise/(engine|structured|cli)/.*";
        List<String> others = entries(ShippedJars.named(artifact)).stream()
                .filter(entry -> !entry.endsWith("/") && (!entry.startsWith(own) || entry.matches(foreign)))
                .filter(entry -> !entry.equals("module-info.class") && !entry.startsWith("META-INF/"))
                .toList();
        assertEquals(List.of(), others);
    }
}
