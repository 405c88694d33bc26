package dev.lanewise.npy;

import dev.lanewise.files.FileReplacement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Reads and writes NumPy's {@code .npy} files.
 *
 * <p>Read are the format versions 1.0, 2.0 and 3.0, both orders of elements and of bytes, and every {@link NpyType}.
 * Written are version 1.0, row-major order, little endian and the types {@code f4 f8 c8 c16 i4 i8}.
 */
public final class Npy {
    private Npy() {}

    /**
     * Reads an array from a file. What is not a regular file, such as a pipe, is read as a stream.
     *
     * @param file the file
     * @return the array, in row-major order
     * @throws NpyFormatException if the file is damaged, too short, too long or holds what is not supported
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file cannot be read
     */
    public static NpyArray read(Path file) throws IOException {
        return read(file, bytes -> {});
    }

    /**
     * {@link #read(Path)}, telling how it goes on.
     *
     * @param file the file
     * @param progress is given the number of bytes of each piece once it was read
     * @return the array, in row-major order
     * @throws IOException as {@link #read(Path)}
     */
    public static NpyArray read(Path file, LongConsumer progress) throws IOException {
        Objects.requireNonNull(progress, "progress");
        if (Files.isDirectory(file)) {
            throw new NpyFormatException(file.toString(), "a directory, wanted a .npy file");
        }
        long length = Files.isRegularFile(file) ? Files.size(file) : NpyReader.UNKNOWN_LENGTH;
        try (InputStream in = Files.newInputStream(file)) {
            return new NpyReader(in, file.toString(), length, progress).read();
        }
    }

    /**
     * Reads an array from a stream, up to the end of the stream. Memory is taken as data arrives, not as the header
     * promises. The stream is not closed.
     *
     * @param in the stream; needs no buffering
     * @param name what error messages call it
     * @return the array, in row-major order
     * @throws NpyFormatException if what comes is damaged, too short, too long or not supported
     * @throws IOException if the stream cannot be read
     */
    public static NpyArray read(InputStream in, String name) throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        return new NpyReader(in, name, NpyReader.UNKNOWN_LENGTH, bytes -> {}).read();
    }

    /**
     * Writes an array to a file, which is replaced if there is one. The array is written to a temporary file in the
     * same directory and moved into place, with the permissions of the old file: after a failure the old file is as it was,
     * and the temporary file is gone. A symbolic link is followed. What is neither missing nor a regular file, such as a
     * pipe, is written directly.
     *
     * @param file the file
     * @param array the array
     * @throws IllegalArgumentException if the type of the array is not written, or is an integer type and an element is
     *     not an integer of that type; the file is not touched
     * @throws FileSystemException if the file cannot be written; names it
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, NpyArray array) throws IOException {
        write(file, array, bytes -> {});
    }

    /**
     * {@link #write(Path, NpyArray)}, telling how it goes on.
     *
     * @param file the file
     * @param array the array
     * @param progress is given the number of bytes of each piece once it was written
     * @throws IOException as {@link #write(Path, NpyArray)}
     */
    public static void write(Path file, NpyArray array, LongConsumer progress) throws IOException {
        NpyWriter writer = new NpyWriter(array, Objects.requireNonNull(progress, "progress"));
        FileReplacement.write(file, writer::write);
    }

    /**
     * Whether {@link #write(Path, NpyArray)} finds a place for a file, to be asked before the array is computed.
     *
     * @param file the file
     * @throws FileSystemException if it is a directory, is there and may not be written, or its directory
     *     does not exist
     */
    public static void requireWritable(Path file) throws FileSystemException {
        FileReplacement.requirePlace(file);
    }

    /**
     * Writes an array to a stream. The stream is flushed and not closed.
     *
     * @param out the stream; needs no buffering
     * @param array the array
     * @throws IllegalArgumentException if the type of the array is not written, or is an integer type and an element is
     *     not an integer of that type; nothing is written
     * @throws IOException if the stream cannot be written, after part of the data may have been
     */
    public static void write(OutputStream out, NpyArray array) throws IOException {
        Objects.requireNonNull(out, "out");
        new NpyWriter(array, bytes -> {}).write(out);
    }
}
