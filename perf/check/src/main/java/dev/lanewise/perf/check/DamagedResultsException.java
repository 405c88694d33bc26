package dev.lanewise.perf.check;

/** Results or a baseline that cannot be used; the message says what came and what was wanted. */
public final class DamagedResultsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    DamagedResultsException(String message) {
        super(message);
    }

    DamagedResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
