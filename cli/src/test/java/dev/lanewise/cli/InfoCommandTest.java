package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfoCommandTest {
    @Test
    void jsonSaysWhatRunsHere() {
        Map<String, Object> info =
                JsonReader.object(CommandRun.of("info", "--json").succeeds().text());
        assertEquals(ReleaseVersion.text(), info.get("version"));
        assertEquals((double) Runtime.getRuntime().availableProcessors(), info.get("threads"));
        Map<String, Object> jdk = JsonReader.member(info, "jdk");
        assertEquals(System.getProperty("java.version"), jdk.get("version"));
        Map<String, Object> backend = JsonReader.member(info, "backend");
        assertEquals(Backend.active().name().toLowerCase(Locale.ROOT), backend.get("name"));
        assertEquals(Backend.reason(), backend.get("reason"));
        assertEquals((double) Backend.vectorBits(), backend.get("vectorBits"));
        Map<String, Object> caches = JsonReader.member(info, "cacheBytes");
        assertEquals((double) CacheSizes.current().l2(), caches.get("l2"));
    }

    @Test
    void plainTextSaysTheSame() {
        String text = CommandRun.of("info").succeeds().text();
        for (String wanted : new String[] {
            ReleaseVersion.text(),
            System.getProperty("java.version"),
            Backend.active().name(),
            Backend.reason(),
            Backend.vectorBits() == 0 ? "none" : Backend.vectorBits() + " bits",
            "L1 " + (CacheSizes.current().l1() >> 10) + " KiB",
            Runtime.getRuntime().availableProcessors() + " can run at once"
        }) {
            assertTrue(text.contains(wanted), wanted);
        }
    }

    @Test
    void timeIsOneLine() {
        CommandRun run = CommandRun.of("info", "--time");
        assertEquals(0, run.status());
        assertTrue(run.err().matches("time: reading .* s, computing .* s, writing .* s\\R"), run.err());
    }
}
