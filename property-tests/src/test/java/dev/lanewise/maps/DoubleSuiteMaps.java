package dev.lanewise.maps;

import dev.lanewise.conformance.JdkTool;
import dev.lanewise.structured.DoubleLinearMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The maps of all subclasses of {@link DoubleLinearMapLaws}: what inherits the laws is found, and named nowhere else. */
public final class DoubleSuiteMaps {
    private static final String PREFIX = "Double";

    private DoubleSuiteMaps() {}

    /**
     * Makes all of them.
     *
     * @return each under the names of its classes, such as {@code WindowLaws.AtTheStart}, in their order
     */
    public static SortedMap<String, DoubleLinearMap> all() {
        SortedMap<String, DoubleLinearMap> maps = new TreeMap<>();
        Path folder = JdkTool.homeOf(DoubleSuiteMaps.class)
                .resolve(DoubleSuiteMaps.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(PREFIX) && name.endsWith(".class")) {
                    add(name.substring(0, name.lastIndexOf('.')), maps);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return maps;
    }

    private static void add(String name, SortedMap<String, DoubleLinearMap> maps) throws ReflectiveOperationException {
        Class<?> type = Class.forName(DoubleSuiteMaps.class.getPackageName() + "." + name);
        if (DoubleLinearMapLaws.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
            maps.put(name.substring(PREFIX.length()).replace('$', '.'), ((DoubleLinearMapLaws) instance(type)).map());
        }
    }

    /** Groups of laws are inner classes, each within an instance of the class around it. */
    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        Constructor<?> constructor =
                inner ? type.getDeclaredConstructor(type.getEnclosingClass()) : type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return inner ? constructor.newInstance(instance(type.getEnclosingClass())) : constructor.newInstance();
    }
}
