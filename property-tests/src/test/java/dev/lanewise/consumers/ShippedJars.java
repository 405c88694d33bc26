package dev.lanewise.consumers;

import dev.lanewise.conformance.JdkTool;
import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a user of the artifact {@code dev.lanewise:lanewise} gets, and programs compiled against it. */
final class ShippedJars {
    /** The jars, and those that they depend on, as the build resolved them. */
    static final String PATH = property("lanewise.shipped.path");

    static final String VERSION = property("lanewise.shipped.version");

    private ShippedJars() {}

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError("-D" + name + " is not set: these tests want packaged jars, run mvn verify");
        }
        return value;
    }

    static Path named(String artifact) {
        List<Path> found = Arrays.stream(PATH.split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().equals(artifact + "-" + VERSION + ".jar"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("wanted one jar " + artifact + "-" + VERSION + ".jar in " + PATH);
        }
        return found.getFirst();
    }

    /** The jar of sources that the build makes beside a jar. */
    static Path sourcesOf(String artifact) {
        return named(artifact).resolveSibling(artifact + "-" + VERSION + "-sources.jar");
    }

    /** Compiles one of the programs in {@code src/consumers}; any warning but that of an incubating module is an error. */
    static void compile(String program, String pathFlag, Path classes) throws IOException {
        Path sources =
                ProjectFolder.path().resolve("property-tests/src/consumers").resolve(program);
        try (Stream<Path> files = Files.walk(sources)) {
            JdkTool.named("javac", "-Xlint:all,-incubating", "-Werror", pathFlag, PATH, "-d")
                    .with(classes)
                    .with(files.filter(file -> file.toString().endsWith(".java"))
                            .toArray())
                    .run()
                    .outOfSuccess();
        }
    }
}
