package dev.lanewise.architecture.offenders.cycle.one;

import dev.lanewise.architecture.offenders.cycle.two.Second;

/** Half of a cycle of packages. */
public interface First {
    Second second();
}
