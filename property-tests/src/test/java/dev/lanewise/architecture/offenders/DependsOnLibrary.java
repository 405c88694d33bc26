package dev.lanewise.architecture.offenders;

import org.junit.jupiter.api.Assertions;

/** An api class that uses a library. */
public class DependsOnLibrary {
    public void use() {
        Assertions.assertTrue(true);
    }
}
