package dev.lanewise.cli;

/** A JSON object (RFC 8259), written member by member. */
final class JsonObject {
    private final StringBuilder members = new StringBuilder();

    JsonObject put(String name, String value) {
        return member(name, quoted(value));
    }

    JsonObject put(String name, long value) {
        return member(name, String.valueOf(value));
    }

    JsonObject put(String name, boolean value) {
        return member(name, String.valueOf(value));
    }

    JsonObject put(String name, JsonObject value) {
        return member(name, value.toString());
    }

    /** The text, on one line. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }

    private JsonObject member(String name, String json) {
        members.append(members.isEmpty() ? "" : ", ")
                .append(quoted(name))
                .append(": ")
                .append(json);
        return this;
    }

    private static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
