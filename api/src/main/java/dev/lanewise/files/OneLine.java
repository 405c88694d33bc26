package dev.lanewise.files;

/** Text for a message of one line. */
public final class OneLine {
    private OneLine() {}

    /**
     * The text with what ends lines or moves a terminal shown and not obeyed: what a damaged file holds, or its name.
     *
     * @param text any text
     * @return the text, with control characters as in {@code \}{@code u001b}
     */
    public static String of(String text) {
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
