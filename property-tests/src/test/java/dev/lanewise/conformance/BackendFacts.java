package dev.lanewise.conformance;

import dev.lanewise.engine.backend.Backend;

/**
 * What a forked machine tells about its backend, in one line.
 *
 * @param backend which runs
 * @param vectorBits the width of its vectors, 0 if scalar
 * @param fuses whether multiply and add are one instruction
 * @param reason why this backend runs
 */
record BackendFacts(Backend backend, int vectorBits, boolean fuses, String reason) {
    private static final String SEPARATOR = " | ";

    /** Prints the facts of this machine. */
    public static void main(String[] arguments) {
        System.out.println(ofThisMachine().line());
    }

    static BackendFacts ofThisMachine() {
        return new BackendFacts(Backend.active(), Backend.vectorBits(), Backend.fusesMultiplyAdd(), Backend.reason());
    }

    static BackendFacts parse(String line) {
        String[] parts = line.split(" \\| ", 4);
        return new BackendFacts(
                Backend.valueOf(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]), parts[3]);
    }

    String line() {
        return backend + SEPARATOR + vectorBits + SEPARATOR + fuses + SEPARATOR + reason;
    }
}
