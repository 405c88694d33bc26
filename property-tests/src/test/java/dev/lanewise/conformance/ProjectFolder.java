package dev.lanewise.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds all modules, found from where the compiled tests lie. */
public final class ProjectFolder {
    private ProjectFolder() {}

    /**
     * The folder.
     *
     * @return the nearest folder above the test classes that holds the generator of float twins
     */
    public static Path path() {
        for (Path folder = JdkTool.homeOf(ProjectFolder.class); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("build/FloatTwins.java"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no project above " + JdkTool.homeOf(ProjectFolder.class));
    }
}
