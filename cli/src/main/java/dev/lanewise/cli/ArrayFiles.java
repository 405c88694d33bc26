package dev.lanewise.cli;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The {@code .npy} files that the command line names, {@code -} standing for standard input or output. */
final class ArrayFiles {
    private static final String STANDARD = "-";

    private final StandardStreams streams;

    ArrayFiles(StandardStreams streams) {
        this.streams = streams;
    }

    /** What messages call a file to be read. */
    static String inputName(String file) {
        return file.equals(STANDARD) ? "standard input" : file;
    }

    /** Reads an array; fails as {@link CommandFailure#input}. */
    NpyArray read(String file) {
        String name = inputName(file);
        try {
            return file.equals(STANDARD) ? Npy.read(streams.in(), name) : Npy.read(path("IN", file));
        } catch (NpyFormatException e) {
            throw CommandFailure.input(e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw CommandFailure.input(name + ": no such file, wanted a .npy file", e);
        } catch (AccessDeniedException e) {
            throw CommandFailure.input(name + ": access denied, wanted a file that can be read", e);
        } catch (IOException e) {
            throw CommandFailure.input(name + ": " + reason(e) + ", wanted a file that can be read", e);
        }
    }

    /** Writes an array, the whole file or nothing; fails as {@link CommandFailure#output}. */
    void write(String file, NpyArray array) {
        try {
            if (file.equals(STANDARD)) {
                Npy.write(streams.out(), array);
            } else {
                Npy.write(path("OUT", file), array);
            }
        } catch (IOException e) {
            String name = file.equals(STANDARD) ? "standard output" : file;
            String reason = reason(e);
            String wanted = reason.contains("wanted") ? "" : ", wanted an output that can be written";
            throw CommandFailure.output(name + ": " + reason + wanted, e);
        }
    }

    /** Java takes the empty name for the current directory. */
    private static Path path(String parameter, String file) {
        if (file.isEmpty()) {
            throw CommandFailure.usage(parameter + ": got an empty name, wanted a file or -");
        }
        return Path.of(file);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
