package dev.lanewise.cli;

import java.util.Locale;

/** How long a command reads, computes and writes. Phases follow each other, each may come more than once. */
final class PhaseTimes {
    /** What a command may be doing. */
    enum Phase {
        READING,
        COMPUTING,
        WRITING
    }

    private final long[] nanoseconds = new long[Phase.values().length];
    private Phase current;
    private long since;

    /** Ends the phase before, if there was one, and begins this one. */
    void begin(Phase phase) {
        end();
        current = phase;
        since = System.nanoTime();
    }

    /** Ends the current phase, if there is one. */
    void end() {
        if (current != null) {
            nanoseconds[current.ordinal()] += System.nanoTime() - since;
            current = null;
        }
    }

    /** One line, in seconds. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("time:");
        String separator = " ";
        for (Phase phase : Phase.values()) {
            String name = phase.name().toLowerCase(Locale.ROOT);
            line.append(separator)
                    .append(String.format(Locale.ROOT, "%s %.6f s", name, 1e-9 * nanoseconds[phase.ordinal()]));
            separator = ", ";
        }
        return line.toString();
    }
}
