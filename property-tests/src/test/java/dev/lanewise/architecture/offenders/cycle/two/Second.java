package dev.lanewise.architecture.offenders.cycle.two;

import dev.lanewise.architecture.offenders.cycle.one.First;

/** The other half. */
public interface Second {
    First first();
}
