package dev.lanewise.cli;

/** What the command tells the shell when it ends. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;

    /** A fault of ours. */
    static final int INTERNAL = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** An input file is missing, damaged or of the wrong shape or type, or too large for the memory. */
    static final int INPUT = 3;

    /** The numbers do not allow it: singular, rank-deficient, not converged. */
    static final int NUMBERS = 4;

    /** An output could not be written. */
    static final int OUTPUT = 5;

    private ExitStatus() {}
}
