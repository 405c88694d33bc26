package dev.lanewise.engine.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The sizes in bytes of the data caches that one core sees, as far as the operating system tells them.
 *
 * <p>Block sizes follow from them, results never do. Linux tells them below {@code /sys/devices/system/cpu}; elsewhere the
 * usual sizes of a server core are taken. The system properties {@code lanewise.cache.l1}, {@code lanewise.cache.l2} and
 * {@code lanewise.cache.l3} (bytes, positive) go before both.
 *
 * @param l1 first-level data cache
 * @param l2 second-level cache
 * @param l3 last-level cache, possibly shared with other cores
 */
public record CacheSizes(int l1, int l2, int l3) {
    private static final CacheSizes USUAL = new CacheSizes(32 << 10, 1 << 20, 32 << 20);
    private static final Finding FINDING = find();

    /** The sizes, or what is wrong with a property: kept, so that every use says it, not only the first. */
    private record Finding(CacheSizes sizes, IllegalArgumentException refusal) {}

    /**
     * The sizes on this machine, read once.
     *
     * @return the sizes
     * @throws IllegalArgumentException if a property has a value that is no positive number
     */
    public static CacheSizes current() {
        if (FINDING.refusal != null) {
            throw new IllegalArgumentException(FINDING.refusal.getMessage(), FINDING.refusal);
        }
        return FINDING.sizes;
    }

    private static Finding find() {
        try {
            CacheSizes sizes = new CacheSizes(sizeOf(1, USUAL.l1), sizeOf(2, USUAL.l2), sizeOf(3, USUAL.l3));
            return new Finding(sizes, null);
        } catch (IllegalArgumentException e) {
            return new Finding(null, e);
        }
    }

    private static int sizeOf(int level, int otherwise) {
        String property = "lanewise.cache.l" + level;
        String asked = System.getProperty(property);
        if (asked == null) {
            return fromSysfs(level, otherwise);
        }
        try {
            int bytes = Integer.parseInt(asked);
            if (bytes > 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // Told below, with the value that came.
        }
        throw new IllegalArgumentException("-D" + property + "=" + asked + ": wanted a positive number of bytes");
    }

    private static int fromSysfs(int level, int otherwise) {
        for (int index = 0; index < 8; index++) {
            Path cache = Path.of("/sys/devices/system/cpu/cpu0/cache/index" + index);
            try {
                boolean data = !Files.readString(cache.resolve("type")).startsWith("Instruction");
                if (data
                        && Integer.parseInt(
                                        Files.readString(cache.resolve("level")).strip())
                                == level) {
                    return bytes(Files.readString(cache.resolve("size")).strip());
                }
            } catch (IOException | NumberFormatException e) {
                return otherwise;
            }
        }
        return otherwise;
    }

    private static int bytes(String size) {
        String upper = size.toUpperCase(Locale.ROOT);
        int unit = upper.endsWith("M") ? 20 : upper.endsWith("K") ? 10 : 0;
        long value = Long.parseLong(unit == 0 ? upper : upper.substring(0, upper.length() - 1)) << unit;
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
