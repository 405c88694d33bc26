package dev.lanewise.architecture.offenders.engine.scalar;

/** A kernel that logs. */
class Logging {
    void log() {
        System.getLogger("kernel").log(System.Logger.Level.INFO, "kernels log nothing");
    }
}
