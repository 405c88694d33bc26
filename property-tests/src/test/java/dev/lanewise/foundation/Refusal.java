package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What a caller got wrong is refused in words that say what came and what was wanted. */
public final class Refusal {
    private Refusal() {}

    /** Fails unless the call throws {@link IllegalArgumentException} with all of these in its message. */
    public static void of(Executable call, String... parts) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), "\"" + message + "\" does not say \"" + part + "\"");
        }
    }

    /**
     * Fails unless the call throws {@link NullPointerException} with the name of what is missing as its message. (The
     * machine's own message has more words than that: it tells where a null was used, not that it was checked.)
     */
    public static void ofNull(String name, Executable call) {
        String message =
                String.valueOf(assertThrows(NullPointerException.class, call).getMessage());
        assertEquals(name, message);
    }
}
