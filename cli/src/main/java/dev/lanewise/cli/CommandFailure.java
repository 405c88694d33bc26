package dev.lanewise.cli;

/** Ends a command with an exit status, and a message that names the file or option, what came and what was wanted. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private CommandFailure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The command line is wrong. */
    static CommandFailure usage(String message) {
        return new CommandFailure(ExitStatus.USAGE, message, null);
    }

    /** An input is missing, damaged or does not fit. */
    static CommandFailure input(String message, Throwable cause) {
        return new CommandFailure(ExitStatus.INPUT, message, cause);
    }

    /** The numbers do not allow it. */
    static CommandFailure numbers(String message, Throwable cause) {
        return new CommandFailure(ExitStatus.NUMBERS, message, cause);
    }

    /** An output could not be written. */
    static CommandFailure output(String message, Throwable cause) {
        return new CommandFailure(ExitStatus.OUTPUT, message, cause);
    }

    int status() {
        return status;
    }
}
