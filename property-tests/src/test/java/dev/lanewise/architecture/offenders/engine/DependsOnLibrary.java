package dev.lanewise.architecture.offenders.engine;

import org.junit.jupiter.api.Assertions;

/** An engine class that uses something outside the JDK. */
public class DependsOnLibrary {
    public void use() {
        Assertions.assertTrue(true);
    }
}
