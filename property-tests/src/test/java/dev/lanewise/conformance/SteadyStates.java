package dev.lanewise.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Test;

/** Runs the tests and examples of classes, which take no arguments, in a machine of its own, and prints how many there were. */
final class SteadyStates {
    private SteadyStates() {}

    /**
     * Runs them.
     *
     * @param classes their names
     * @throws ReflectiveOperationException if there is no such class, or a test fails
     */
    public static void main(String[] classes) throws ReflectiveOperationException {
        int count = 0;
        for (String name : classes) {
            Class<?> type = Class.forName(name);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Example.class)) {
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    count++;
                }
            }
        }
        System.out.println(count);
    }
}
