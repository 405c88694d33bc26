package dev.lanewise.conformance;

import dev.lanewise.engine.Parallelism;

/**
 * One operation whose result is to have the same bits everywhere.
 *
 * @param name names it for ever, without spaces: golden digests are kept under it
 * @param operation runs it
 */
record ConformanceCase(String name, Operation operation) {
    ConformanceCase {
        if (name.isBlank() || name.contains(" ")) {
            throw new IllegalArgumentException("name: got \"" + name + "\", wanted one word");
        }
    }

    /** Computes something and digests all of it. */
    @FunctionalInterface
    interface Operation {
        /**
         * Runs once.
         *
         * @param digest takes every number of the result, and of whatever was to stay as it was
         * @param parallelism is to be used where the operation takes one
         */
        void run(Digest digest, Parallelism parallelism);
    }

    String digest(Parallelism parallelism) {
        Digest digest = new Digest();
        operation.run(digest, parallelism);
        return digest.hex();
    }
}
