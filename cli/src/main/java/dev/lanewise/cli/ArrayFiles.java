package dev.lanewise.cli;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyFileGroup;
import dev.lanewise.npy.NpyFormatException;
import dev.lanewise.storage.MapFile;
import dev.lanewise.storage.MapFormatException;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.FloatLinearMap;
import dev.lanewise.structured.LinearMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** The files of arrays and of maps that the command line names, {@code -} standing for standard input or output. */
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
        return read(label, file, ".npy file", Npy::read, Npy::read, progress);
    }

    /** Reads a map of this precision, whatever its file has; fails as {@link CommandFailure#input}. */
    DoubleLinearMap readDoubleMap(String label, String file, Progress progress) {
        return read(label, file, "file of a map", MapFile::readDouble, MapFile::readDouble, progress);
    }

    /** Reads a map of this precision, whatever its file has; fails as {@link CommandFailure#input}. */
    FloatLinearMap readFloatMap(String label, String file, Progress progress) {
        return read(label, file, "file of a map", MapFile::readFloat, MapFile::readFloat, progress);
    }

    private interface FileReader<T> {
        T read(Path file, LongConsumer progress) throws IOException;
    }

    private interface StreamReader<T> {
        T read(InputStream in, String name) throws IOException;
    }

    private <T> T read(
            String label,
            String file,
            String wanted,
            FileReader<T> ofFile,
            StreamReader<T> ofStream,
            Progress progress) {
        String name = inputName(file);
        try {
            if (file.equals(STANDARD)) {
                progress.begin("reading");
                return ofStream.read(streams.in(), name);
            }
            Path path = path(label, file);
            progress.beginBytes("reading", Files.isRegularFile(path) ? Files.size(path) : Progress.UNKNOWN);
            return ofFile.read(path, progress::step);
        } catch (NpyFormatException | MapFormatException e) {
            throw CommandFailure.input(e.getMessage(), e);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw CommandFailure.input(name + ": no such file, wanted a " + wanted, e);
        } catch (AccessDeniedException e) {
            throw CommandFailure.input(name + ": access denied, wanted a file that can be read", e);
        } catch (IOException e) {
            throw CommandFailure.input(name + ": " + reason(e) + ", wanted a file that can be read", e);
        }
    }

    /**
     * Fails as {@link CommandFailure#output} if a file cannot be where {@link #write} would put it, before all work, and as {@link
     * CommandFailure#usage} if two are to be in one place.
     */
    void requirePlaces(List<ArrayJob.Output> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            for (int j = i + 1; j < outputs.size(); j++) {
                requireApart(outputs.get(i), outputs.get(j));
            }
        }
        for (ArrayJob.Output output : outputs) {
            if (!output.file().equals(STANDARD)) {
                try {
                    Npy.requireWritable(path(output.label(), output.file()));
                } catch (IOException | InvalidPathException e) {
                    throw unwritable(output.file(), e);
                }
            }
        }
    }

    private static void requireApart(ArrayJob.Output one, ArrayJob.Output other) {
        String both = one.label() + ", " + other.label() + ": got " + one.file() + " for both, wanted ";
        if (one.file().equals(STANDARD) && other.file().equals(STANDARD)) {
            throw CommandFailure.usage(both + "standard output once at most");
        }
        try {
            Path place = place(path(one.label(), one.file()));
            // Many may be thrown away: what is there and no regular file, such as /dev/null, is not replaced.
            if ((!Files.exists(place) || Files.isRegularFile(place))
                    && place.equals(place(path(other.label(), other.file())))) {
                throw CommandFailure.usage(both + "a file for each");
            }
        } catch (InvalidPathException e) {
            // Told by requireWritable, with its reason.
        }
    }

    private static Path place(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /**
     * Writes arrays: if one cannot be written, there is none of them, but for what went to standard output; fails as {@link
     * CommandFailure#output}.
     */
    void write(List<ArrayJob.Output> outputs, List<NpyArray> arrays, Progress progress) {
        String file = "";
        try (NpyFileGroup files = new NpyFileGroup()) {
            // What goes to standard output cannot be taken back: it goes when all else is written.
            for (boolean standard : new boolean[] {false, true}) {
                for (int i = 0; i < arrays.size(); i++) {
                    file = outputs.get(i).file();
                    if (file.equals(STANDARD) == standard) {
                        write(outputs.get(i), arrays.get(i), files, progress);
                    }
                }
            }
            files.moveIntoPlace();
        } catch (IOException e) {
            String failed = e instanceof FileSystemException known && known.getFile() != null ? known.getFile() : file;
            throw unwritable(failed.equals(STANDARD) ? "standard output" : failed, e);
        }
    }

    private void write(ArrayJob.Output output, NpyArray array, NpyFileGroup files, Progress progress)
            throws IOException {
        if (output.file().equals(STANDARD)) {
            progress.begin("writing");
            Npy.write(streams.out(), array);
        } else {
            progress.beginBytes("writing", (long) array.size() * array.type().bytes());
            files.write(path(output.label(), output.file()), array, progress::step);
        }
    }

    /** Writes a map, or leaves what was there; fails as {@link CommandFailure#output}. */
    void writeMap(ArrayJob.Output output, LinearMap map, Progress progress) {
        boolean isStandard = output.file().equals(STANDARD);
        try {
            progress.beginBytes("writing", MapFile.length(map));
            if (isStandard) {
                MapFile.write(streams.out(), map);
            } else {
                MapFile.write(path(output.label(), output.file()), map, progress::step);
            }
        } catch (IOException e) {
            throw unwritable(isStandard ? "standard output" : output.file(), e);
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
