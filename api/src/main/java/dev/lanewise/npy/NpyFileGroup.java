package dev.lanewise.npy;

import dev.lanewise.files.FileReplacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Files that belong together, such as the factors of a matrix: each is written to a temporary file beside its place, and only
 * when all of them are there they are moved into place.
 *
 * <pre>{@code
 * try (NpyFileGroup files = new NpyFileGroup()) {
 *     files.write(Path.of("q.npy"), q, bytes -> {});
 *     files.write(Path.of("r.npy"), r, bytes -> {});
 *     files.moveIntoPlace();
 * }
 * }</pre>
 *
 * <p>For one thread. Every file is treated as {@link Npy#write(Path, NpyArray)} does; what is neither missing nor a regular file,
 * such as a pipe, is written at once.
 */
public final class NpyFileGroup implements AutoCloseable {
    private final List<FileReplacement> replacements = new ArrayList<>();

    /** A group without files. */
    public NpyFileGroup() {}

    /**
     * Writes an array to a temporary file beside its place.
     *
     * @param file the place
     * @param array the array
     * @param progress is given the number of bytes of each piece once it was written
     * @throws IOException as {@link Npy#write(Path, NpyArray)}
     */
    public void write(Path file, NpyArray array, LongConsumer progress) throws IOException {
        NpyWriter writer = new NpyWriter(array, Objects.requireNonNull(progress, "progress"));
        FileReplacement replacement = new FileReplacement(file);
        replacements.add(replacement);
        replacement.write(writer::write);
    }

    /**
     * Moves all files into place, one after the other. If one cannot be moved, which is rare where it could be written, those before
     * it are in place and those after it are not.
     *
     * @throws IOException if a file cannot be moved; names it
     */
    public void moveIntoPlace() throws IOException {
        for (FileReplacement replacement : replacements) {
            replacement.moveIntoPlace();
        }
    }

    /** Deletes what was not moved into place. */
    @Override
    public void close() {
        replacements.forEach(FileReplacement::close);
        replacements.clear();
    }
}
