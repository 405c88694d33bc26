package dev.lanewise.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Text on standard output. An error of writing, which a print stream keeps to itself, is told when it is closed. */
final class TextOutput {
    private final FirstError out;
    private final PrintStream stream;

    TextOutput(OutputStream out) {
        this.out = new FirstError(out);
        stream = new PrintStream(this.out, false, StandardCharsets.UTF_8);
    }

    PrintStream stream() {
        return stream;
    }

    /** Writes what is left, without closing standard output; fails as {@link CommandFailure#output}. */
    void close() {
        stream.flush();
        if (out.error != null) {
            throw CommandFailure.output(
                    "standard output: " + out.error.getMessage() + ", wanted an output that can be written", out.error);
        }
    }

    /** Remembers what went wrong first. */
    private static final class FirstError extends FilterOutputStream {
        private IOException error;

        FirstError(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        private IOException remembered(IOException e) {
            error = error == null ? e : error;
            return e;
        }
    }
}
