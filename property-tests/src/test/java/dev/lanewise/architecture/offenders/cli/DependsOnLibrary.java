package dev.lanewise.architecture.offenders.cli;

import org.junit.jupiter.api.Assertions;

/** A class of the command that uses a library. */
public class DependsOnLibrary {
    public void use() {
        Assertions.assertTrue(true);
    }
}
