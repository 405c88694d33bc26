package dev.lanewise.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON objects (RFC 8259) of strings, numbers, truth values, null and further objects, strictly. */
final class JsonReader {
    private static final Pattern STRING =
            Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final Matcher text;
    private int at;

    private JsonReader(String json) {
        text = NUMBER.matcher(json);
        text.useTransparentBounds(true);
    }

    static Map<String, Object> object(String json) {
        String stripped = json.strip();
        JsonReader reader = new JsonReader(stripped);
        Map<String, Object> object = reader.object();
        if (reader.at != stripped.length()) {
            throw new IllegalArgumentException("something follows at " + reader.at + " of " + json);
        }
        return object;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        take("\\{\\s*");
        while (!tries("\\}\\s*")) {
            if (!members.isEmpty()) {
                take(",\\s*");
            }
            String name = string();
            take("\\s*:\\s*");
            if (members.put(name, value()) != null) {
                throw new IllegalArgumentException("twice: " + name);
            }
            tries("\\s*");
        }
        return members;
    }

    private Object value() {
        if (tries(STRING)) {
            return unescaped(text.group(1));
        }
        if (tries(NUMBER)) {
            return Double.valueOf(text.group());
        }
        if (tries(WORD)) {
            return text.group().equals("null") ? null : Boolean.valueOf(text.group());
        }
        return object();
    }

    private String string() {
        if (!tries(STRING)) {
            throw new IllegalArgumentException("no string at " + at);
        }
        return unescaped(text.group(1));
    }

    private static String unescaped(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
                                : control(escape.group(2))));
    }

    private static String control(String letter) {
        int which = "bfnrt".indexOf(letter);
        return which < 0 ? letter : "\b\f\n\r\t".substring(which, which + 1);
    }

    private void take(String pattern) {
        if (!tries(pattern)) {
            throw new IllegalArgumentException("no " + pattern + " at " + at);
        }
    }

    private boolean tries(String pattern) {
        return tries(Pattern.compile(pattern));
    }

    private boolean tries(Pattern pattern) {
        boolean comes = text.usePattern(pattern).region(at, text.regionEnd()).lookingAt();
        at = comes ? text.end() : at;
        return comes;
    }
}
