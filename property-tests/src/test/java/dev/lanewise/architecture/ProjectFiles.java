package dev.lanewise.architecture;

import dev.lanewise.conformance.ProjectFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The text files that people write, without what the build makes. */
final class ProjectFiles {
    private static final Set<String> TEXT =
            Set.of("java", "xml", "md", "txt", "properties", "config", "sh", "py", "yml", "yaml", "json");

    /** Folders with a leading dot that belong to the project all the same. */
    private static final Set<String> DOT_FOLDERS = Set.of(".ci", ".mvn", ".github");

    private ProjectFiles() {}

    /** The texts of those files whose path, with slashes and relative to the project, is wanted. */
    static Map<String, String> matching(Predicate<String> wanted) throws IOException {
        Path root = ProjectFolder.path();
        Map<String, String> texts = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean foreign = name.equals("target") || name.startsWith(".") && !DOT_FOLDERS.contains(name);
                return foreign && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (isText(file.getFileName().toString()) && wanted.test(path)) {
                    texts.put(path, Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    /** By the ending; a script may have none. */
    private static boolean isText(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || TEXT.contains(name.substring(dot + 1));
    }
}
