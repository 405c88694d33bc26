package dev.lanewise.architecture.offenders.engine;

import dev.lanewise.structured.LinearMap;

/** An engine class that looks up the stairs. */
public interface DependsOnStructured {
    LinearMap map();
}
