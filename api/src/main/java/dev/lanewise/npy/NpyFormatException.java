package dev.lanewise.npy;

import dev.lanewise.files.OneLine;
import java.io.IOException;

/**
 * A {@code .npy} file that is damaged, or holds what is not supported. The message is one line: the file, what came and
 * what was wanted.
 */
public final class NpyFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * A fault of a file.
     *
     * @param source the name of the file
     * @param problem what came and what was wanted
     */
    NpyFormatException(String source, String problem) {
        super(OneLine.of(source + ": " + problem));
    }
}
