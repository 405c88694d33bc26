package dev.lanewise.architecture.offenders.structured;

import dev.lanewise.HadamardRotation;

/** A structured matrix that looks up the stairs. */
public interface DependsOnApi {
    HadamardRotation rotation();
}
