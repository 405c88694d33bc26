package dev.lanewise.npy;

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
        super(oneLine(source + ": " + problem));
    }

    /** A damaged header, or the name of a file, may hold line ends and terminal escapes: they are shown, not obeyed. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
