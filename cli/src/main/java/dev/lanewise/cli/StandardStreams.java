package dev.lanewise.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of the command reads from and writes to, beside files.
 *
 * @param in standard input
 * @param out standard output; its errors are not kept back, as those of a {@link PrintStream} would be
 * @param err standard error
 * @param terminal the device that shows progress, if somebody is looking
 */
record StandardStreams(InputStream in, OutputStream out, PrintStream err, Optional<Path> terminal) {
    /** Set by the launcher where standard error is a terminal: a shell knows without asking native code. */
    private static final String TERMINAL = "lanewise.terminal";

    /**
     * Set by the launcher: the number of the file descriptor that is standard error. Descriptor 2 itself leads nowhere, so
     * that nobody reads the virtual machine's warning about incubator modules, which it prints before any of our code runs.
     */
    private static final String ERROR_DESCRIPTOR = "lanewise.stderr";

    static StandardStreams ofProcess() {
        Integer descriptor = Integer.getInteger(ERROR_DESCRIPTOR);
        if (descriptor != null) {
            System.setErr(new PrintStream(inherited(descriptor), true));
        }
        return new StandardStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                System.err,
                Optional.ofNullable(System.getProperty(TERMINAL)).map(Path::of));
    }

    /**
     * A descriptor that was open when the machine started. Java has no public way to one: opening {@code /dev/fd/3} opens
     * the file behind it anew, which forgets the position in it and fails for a socket. So that is the second best, after
     * a constructor that the manifest of the jar opens to us.
     */
    private static OutputStream inherited(int number) {
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return new FileOutputStream(constructor.newInstance(number));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return reopened(number);
        }
    }

    private static OutputStream reopened(int number) {
        try {
            return new FileOutputStream("/dev/fd/" + number, true);
        } catch (FileNotFoundException e) {
            return new FileOutputStream(FileDescriptor.err);
        }
    }
}
