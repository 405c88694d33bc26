package dev.lanewise.architecture.offenders.structured;

import dev.lanewise.architecture.offenders.cli.KnowsKernel;

/** A structured class that knows the command. */
public class DependsOnCli {
    public Class<?> command() {
        return KnowsKernel.class;
    }
}
