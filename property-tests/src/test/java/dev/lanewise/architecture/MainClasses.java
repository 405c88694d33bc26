package dev.lanewise.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.lanewise.HadamardRotation;
import dev.lanewise.cli.LanewiseCommand;
import dev.lanewise.conformance.JdkTool;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.LinearMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;

/** The classes that are shipped, imported once, from folders or jars. */
final class MainClasses {
    static final JavaClasses ENGINE = from(Workspace.class);
    static final JavaClasses STRUCTURED = from(LinearMap.class);
    static final JavaClasses API = from(HadamardRotation.class);
    static final JavaClasses CLI = from(LanewiseCommand.class);
    static final JavaClasses ALL =
            from(Workspace.class, LinearMap.class, HadamardRotation.class, LanewiseCommand.class);

    private MainClasses() {}

    /** All classes that lie where the given ones do. */
    private static JavaClasses from(Class<?>... examples) {
        Set<Location> locations = new LinkedHashSet<>();
        for (Class<?> example : examples) {
            locations.add(locationOf(JdkTool.homeOf(example)));
        }
        return new ClassFileImporter().importLocations(locations);
    }

    private static Location locationOf(Path home) {
        if (Files.isDirectory(home)) {
            return Location.of(home);
        }
        try (JarFile jar = new JarFile(home.toFile())) {
            return Location.of(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
