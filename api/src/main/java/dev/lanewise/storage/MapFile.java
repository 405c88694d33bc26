package dev.lanewise.storage;

import dev.lanewise.files.FileReplacement;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.FloatLinearMap;
import dev.lanewise.structured.LinearMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Writes maps to files and reads them again. What can be stored, and the format byte by byte, is in the description of the package.
 *
 * <p>A map that is read applies with the bits of the map that was written, and is written to the same bytes. It has its numbers and
 * its form; what was known of it from how it was made, for instance that two of its factors are one object, is known no more.
 *
 * <p>A file that is damaged in any way is refused: the checksum has all of it, and no map is made before it has been compared. Memory
 * is taken as numbers arrive; the tables of a transform, which is stored by its name and its length, are as large as its length says.
 */
public final class MapFile {
    private MapFile() {}

    /**
     * Reads a map from a file. What is not a regular file, such as a pipe, is read as a stream.
     *
     * @param file the file
     * @return the map, in the precision in which it was written: a {@link DoubleLinearMap} or a {@link FloatLinearMap}
     * @throws MapFormatException if the file is damaged, too short, too long or holds what is not supported
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file cannot be read
     */
    public static LinearMap read(Path file) throws IOException {
        return read(file, MapFile::asStored, bytes -> {});
    }

    /**
     * Reads a map as one of doubles. Numbers that were written in single precision stay as they are.
     *
     * @param file the file
     * @param progress is given the number of bytes of each piece once it was read
     * @return the map
     * @throws IOException as {@link #read(Path)}
     */
    public static DoubleLinearMap readDouble(Path file, LongConsumer progress) throws IOException {
        return read(file, MapFile::asDouble, progress);
    }

    /**
     * Reads a map as one of floats. Numbers that were written in double precision are rounded, each to the nearest float.
     *
     * @param file the file
     * @param progress is given the number of bytes of each piece once it was read
     * @return the map
     * @throws IOException as {@link #read(Path)}, also if a number is too large for a float
     */
    public static FloatLinearMap readFloat(Path file, LongConsumer progress) throws IOException {
        return read(file, MapFile::asFloat, progress);
    }

    /**
     * Reads a map from a stream, up to the end of the stream. Memory is taken as data arrives. The stream is not closed.
     *
     * @param in the stream; needs no buffering
     * @param name what error messages call it
     * @return the map, in the precision in which it was written
     * @throws MapFormatException if what comes is damaged, too short, too long or not supported
     * @throws IOException if the stream cannot be read
     */
    public static LinearMap read(InputStream in, String name) throws IOException {
        return read(in, name, MapFile::asStored);
    }

    /**
     * Reads a map from a stream as {@link #readDouble(Path, LongConsumer)} does.
     *
     * @param in the stream; needs no buffering
     * @param name what error messages call it
     * @return the map
     * @throws IOException as {@link #read(InputStream, String)}
     */
    public static DoubleLinearMap readDouble(InputStream in, String name) throws IOException {
        return read(in, name, MapFile::asDouble);
    }

    /**
     * Reads a map from a stream as {@link #readFloat(Path, LongConsumer)} does.
     *
     * @param in the stream; needs no buffering
     * @param name what error messages call it
     * @return the map
     * @throws IOException as {@link #read(InputStream, String)}, also if a number is too large for a float
     */
    public static FloatLinearMap readFloat(InputStream in, String name) throws IOException {
        return read(in, name, MapFile::asFloat);
    }

    /** Reads what comes behind the header. */
    private interface Form<T> {
        T read(MapInput in, int numberBytes) throws IOException;
    }

    private static LinearMap asStored(MapInput in, int numberBytes) throws IOException {
        return numberBytes == Float.BYTES ? asFloat(in, numberBytes) : asDouble(in, numberBytes);
    }

    private static DoubleLinearMap asDouble(MapInput in, int numberBytes) throws IOException {
        return new DoubleMapReader(in).read();
    }

    private static FloatLinearMap asFloat(MapInput in, int numberBytes) throws IOException {
        return new FloatMapReader(in).read();
    }

    private static <T> T read(Path file, Form<T> form, LongConsumer progress) throws IOException {
        Objects.requireNonNull(progress, "progress");
        if (Files.isDirectory(Objects.requireNonNull(file, "file"))) {
            throw new MapFormatException(file.toString(), 0, "a directory, wanted a file of a map", null);
        }
        long length = Files.isRegularFile(file) ? Files.size(file) : MapInput.UNKNOWN_LENGTH;
        try (InputStream in = Files.newInputStream(file)) {
            MapInput input = new MapInput(in, file.toString(), length, progress);
            return form.read(input, input.header());
        }
    }

    private static <T> T read(InputStream in, String name, Form<T> form) throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        MapInput input = new MapInput(in, name, MapInput.UNKNOWN_LENGTH, bytes -> {});
        return form.read(input, input.header());
    }

    /**
     * Writes a map to a file, which is replaced if there is one. The map is written to a temporary file in the same directory and
     * moved into place, with the permissions of the old file: after a failure the old file is as it was. A symbolic link is
     * followed. What is neither missing nor a regular file, such as a pipe, is written directly.
     *
     * @param file the file
     * @param map the map, of doubles or of floats
     * @throws IllegalArgumentException if the map, or one that it is made of, cannot be stored; the message names it, and the file is
     *     not touched
     * @throws FileSystemException if the file cannot be written; names it
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, LinearMap map) throws IOException {
        write(file, map, bytes -> {});
    }

    /**
     * {@link #write(Path, LinearMap)}, telling how it goes on.
     *
     * @param file the file
     * @param map the map
     * @param progress is given the number of bytes of each piece once it was written
     * @throws IOException as {@link #write(Path, LinearMap)}
     */
    public static void write(Path file, LinearMap map, LongConsumer progress) throws IOException {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(progress, "progress");
        long length = length(map);
        FileReplacement.write(file, out -> write(map, length, MapOutput.to(out, progress)));
    }

    /**
     * Writes a map to a stream. The stream is flushed and not closed.
     *
     * @param out the stream; needs no buffering
     * @param map the map, of doubles or of floats
     * @throws IllegalArgumentException if the map, or one that it is made of, cannot be stored; nothing is written
     * @throws IOException if the stream cannot be written, after part of the data may have been
     */
    public static void write(OutputStream out, LinearMap map) throws IOException {
        Objects.requireNonNull(out, "out");
        write(map, length(map), MapOutput.to(out, bytes -> {}));
    }

    /**
     * The length of the file of a map.
     *
     * @param map the map, of doubles or of floats
     * @return in bytes
     * @throws IllegalArgumentException if the map, or one that it is made of, cannot be stored
     */
    public static long length(LinearMap map) {
        Objects.requireNonNull(map, "map");
        try {
            MapOutput counted = MapOutput.counting();
            write(map, 0, counted);
            return counted.position();
        } catch (IOException e) {
            throw new IllegalStateException("nothing was written", e);
        }
    }

    /**
     * Whether {@link #write(Path, LinearMap)} finds a place for a file, to be asked before the map is made.
     *
     * @param file the file
     * @throws FileSystemException if it is a directory, is there and may not be written, or its directory does not exist
     */
    public static void requireWritable(Path file) throws FileSystemException {
        FileReplacement.requirePlace(Objects.requireNonNull(file, "file"));
    }

    private static void write(LinearMap map, long length, MapOutput out) throws IOException {
        boolean isFloat = map instanceof FloatLinearMap;
        if (!isFloat && !(map instanceof DoubleLinearMap)) {
            throw new IllegalArgumentException(
                    "map: got " + map.name() + ", wanted a DoubleLinearMap or a FloatLinearMap");
        }
        out.bytes(MapFormat.MAGIC);
        out.integer(MapFormat.VERSION);
        out.integer(isFloat ? Float.BYTES : Double.BYTES);
        out.longInteger(length);
        if (isFloat) {
            new FloatMapWriter(out).write((FloatLinearMap) map, 0);
        } else {
            new DoubleMapWriter(out).write((DoubleLinearMap) map, 0);
        }
        out.end();
    }
}
