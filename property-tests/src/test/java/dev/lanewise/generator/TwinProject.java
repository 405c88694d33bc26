package dev.lanewise.generator;

import dev.lanewise.conformance.JdkTool;
import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small project in a folder of its own, on which the generator of float twins runs as it does in the build. */
final class TwinProject {
    private static final String PACKAGE = "module/src/main/java/sample/";

    private final Path root;

    TwinProject(Path root) {
        this.root = root;
    }

    /** Writes the source of a class of the project. */
    TwinProject with(String simpleName, String source) throws IOException {
        return withFile(PACKAGE + simpleName + ".java", source);
    }

    TwinProject withFile(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    JdkTool.Outcome generate() {
        return generateInto("module/target/generated-sources/float-twins");
    }

    JdkTool.Outcome generateInto(String target) {
        return JdkTool.named("java")
                .with(
                        ProjectFolder.path().resolve("build/FloatTwins.java"),
                        root,
                        root.resolve("module/src/main/java"),
                        root.resolve(target))
                .run();
    }

    JdkTool.Outcome generateFrom(String... folders) {
        return JdkTool.named("java")
                .with(ProjectFolder.path().resolve("build/FloatTwins.java"), root)
                .with(Stream.of(folders).map(root::resolve).toArray())
                .with(root.resolve("module/target/generated-sources/float-twins"))
                .run();
    }

    Path source(String simpleName) {
        return root.resolve(PACKAGE + simpleName + ".java");
    }

    Path twin(String simpleName) {
        return root.resolve("module/target/generated-sources/float-twins/sample/" + simpleName + ".java");
    }

    String textOfTwin(String simpleName) throws IOException {
        return Files.readString(twin(simpleName));
    }
}
