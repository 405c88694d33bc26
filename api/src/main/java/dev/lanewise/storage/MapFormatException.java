package dev.lanewise.storage;

import dev.lanewise.files.OneLine;
import java.io.IOException;

/**
 * A file of a map that is damaged, or holds what is not supported. The message is one line: the file, the place in it, what came and
 * what was wanted.
 */
public final class MapFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** Counted in bytes from the start of the file. */
    private final long position;

    /**
     * A fault of a file.
     *
     * @param source the name of the file
     * @param position where it is, in bytes from the start
     * @param problem what came and what was wanted
     * @param cause what found it; may be null
     */
    MapFormatException(String source, long position, String problem, Throwable cause) {
        super(OneLine.of(source + ": byte " + position + ": " + problem), cause);
        this.position = position;
    }

    /**
     * Where the fault was found.
     *
     * @return bytes from the start of the file to what is wrong, or to the map that cannot be
     */
    public long position() {
        return position;
    }
}
