package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run of the command did.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int status, byte[] out, String err) {
    static CommandRun of(String... args) {
        return of(InputStream.nullInputStream(), args);
    }

    static CommandRun of(byte[] in, String... args) {
        return of(new ByteArrayInputStream(in), args);
    }

    static CommandRun of(InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return of(in, out, args).with(out.toByteArray());
    }

    /** A run whose standard output fails. */
    static CommandRun intoFullDevice(String... args) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return of(InputStream.nullInputStream(), full, args);
    }

    private static CommandRun of(InputStream in, OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = LanewiseCommand.run(args, in, out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandRun(status, new byte[0], err.toString(StandardCharsets.UTF_8));
    }

    private CommandRun with(byte[] bytes) {
        return new CommandRun(status, bytes, err);
    }

    String text() {
        return new String(out, StandardCharsets.UTF_8);
    }

    /** Asserts that all went well and nobody was told anything. */
    CommandRun succeeds() {
        assertEquals("", err);
        assertEquals(ExitStatus.DONE, status);
        return this;
    }

    /** Asserts the exit status and the only line on standard error. */
    void fails(int wantedStatus, String wantedLine) {
        assertEquals("lanewise: " + wantedLine + System.lineSeparator(), err);
        assertEquals(wantedStatus, status);
    }
}
