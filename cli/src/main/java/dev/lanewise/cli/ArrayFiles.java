package dev.lanewise.cli;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    /** Reads an array, which the command line calls by a label; fails as {@link CommandFailure#input}. */
    NpyArray read(String label, String file, Progress progress) {
        String name = inputName(file);
        try {
            if (file.equals(STANDARD)) {
                progress.begin("reading");
                return Npy.read(streams.in(), name);
            }
            Path path = path(label, file);
            progress.beginBytes("reading", Files.isRegularFile(path) ? Files.size(path) : Progress.UNKNOWN);
            return Npy.read(path, progress::step);
        } catch (NpyFormatException e) {
            throw CommandFailure.input(e.getMessage(), e);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw CommandFailure.input(name + ": no such file, wanted a .npy file", e);
        } catch (AccessDeniedException e) {
            throw CommandFailure.input(name + ": access denied, wanted a file that can be read", e);
        } catch (IOException e) {
            throw CommandFailure.input(name + ": " + reason(e) + ", wanted a file that can be read", e);
        }
    }

    /** Fails as {@link CommandFailure#output} if a file cannot be where {@link #write} would put it, before all work. */
    void requirePlace(String file) {
        if (!file.equals(STANDARD)) {
            try {
                Npy.requireWritable(path("OUT", file));
            } catch (IOException | InvalidPathException e) {
                throw unwritable(file, e);
            }
        }
    }

    /** Writes an array, the whole file or nothing; fails as {@link CommandFailure#output}. */
    void write(String file, NpyArray array, Progress progress) {
        try {
            if (file.equals(STANDARD)) {
                progress.begin("writing");
                Npy.write(streams.out(), array);
            } else {
                progress.beginBytes(
                        "writing", (long) array.size() * array.type().bytes());
                Npy.write(path("OUT", file), array, progress::step);
            }
        } catch (IOException e) {
            throw unwritable(file.equals(STANDARD) ? "standard output" : file, e);
        }
    }

    private static CommandFailure unwritable(String name, Exception e) {
        return CommandFailure.output(name + ": " + reason(e) + ", wanted an output that can be written", e);
    }

    /** Java takes the empty name for the current directory. */
    private static Path path(String parameter, String file) {
        if (file.isEmpty()) {
            throw CommandFailure.usage(parameter + ": got an empty name, wanted a file or -");
        }
        return Path.of(file);
    }

    private static String reason(Exception e) {
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e instanceof InvalidPathException name ? name.getReason() : String.valueOf(e.getMessage());
    }
}
