package dev.lanewise.architecture.offenders.engine.scalar;

import java.util.logging.Level;
import java.util.logging.Logger;

/** A kernel that logs by the other of the two ways. */
public class JavaLogging {
    void log() {
        Logger.getLogger("kernel").log(Level.INFO, "kernels log nothing");
    }
}
