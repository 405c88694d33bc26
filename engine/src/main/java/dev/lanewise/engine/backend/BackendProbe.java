package dev.lanewise.engine.backend;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jdk.incubator.vector.VectorShape;

/** Finds out which backend can run here. Beside the SIMD kernels, the only class that names the incubator module. */
final class BackendProbe {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String FLAG = "--add-modules " + MODULE;
    private static final String BACKEND = "lanewise.backend";
    private static final String VECTOR_BITS = "lanewise.vectorBits";

    /**
     * What was found: the backend, the width of its vectors (0 if scalar), whether fma is one instruction, and why. Or else
     * what is wrong with what was asked for: kept, so that every use says it, not only the first.
     */
    record Finding(Backend backend, int vectorBits, boolean fusesMultiplyAdd, String reason, RuntimeException refusal) {

        Finding(Backend backend, int vectorBits, boolean fusesMultiplyAdd, String reason) {
            this(backend, vectorBits, fusesMultiplyAdd, reason, null);
        }

        Finding orRefusal() {
            if (refusal instanceof IllegalArgumentException) {
                throw new IllegalArgumentException(refusal.getMessage(), refusal);
            }
            if (refusal != null) {
                throw new IllegalStateException(refusal.getMessage(), refusal);
            }
            return this;
        }
    }

    private BackendProbe() {}

    static Finding run() {
        try {
            return find();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Finding(null, 0, false, null, e);
        }
    }

    private static Finding find() {
        String asked = System.getProperty(BACKEND, "");
        boolean fuses = fusesMultiplyAdd();
        String obstacle = obstacle(fuses);
        checkVectorBits();
        return switch (asked) {
            case "scalar" -> new Finding(Backend.SCALAR, 0, fuses, "asked for by -D" + BACKEND + "=scalar");
            case "simd" -> {
                if (obstacle != null) {
                    throw new IllegalStateException("-D" + BACKEND + "=simd cannot be had: " + obstacle);
                }
                yield simd(fuses, "asked for by -D" + BACKEND + "=simd");
            }
            case "" ->
                obstacle == null
                        ? simd(fuses, MODULE + " is there; -D" + BACKEND + "=scalar would run the scalar kernels")
                        : scalar(fuses, obstacle);
            default -> throw new IllegalArgumentException("-D" + BACKEND + "=" + asked + ": wanted simd or scalar");
        };
    }

    /** Refuses a width that no machine has, even where it would not be used. */
    private static void checkVectorBits() {
        String asked = System.getProperty(VECTOR_BITS);
        if (asked != null && !asked.matches("128|256|512|1024|2048")) {
            throw new IllegalArgumentException(
                    "-D" + VECTOR_BITS + "=" + asked + ": wanted 128, 256, 512, 1024 or 2048");
        }
    }

    private static Finding simd(boolean fuses, String reason) {
        int preferred = Width.preferredBits();
        String asked = System.getProperty(VECTOR_BITS);
        if (asked == null) {
            return new Finding(Backend.SIMD, preferred, fuses, reason);
        }
        for (int bits = 128; bits <= preferred; bits *= 2) {
            if (asked.equals(String.valueOf(bits))) {
                return new Finding(Backend.SIMD, bits, fuses, reason + "; width from -D" + VECTOR_BITS + "=" + asked);
            }
        }
        throw new IllegalArgumentException("-D" + VECTOR_BITS + "=" + asked + ": wanted a power of two from 128 to "
                + preferred + ", the widest that this machine has");
    }

    private static Finding scalar(boolean fuses, String obstacle) {
        Logger logger = System.getLogger("dev.lanewise.engine");
        logger.log(Level.WARNING, "Lanewise runs its scalar kernels: " + obstacle);
        return new Finding(Backend.SCALAR, 0, fuses, obstacle);
    }

    /** Why SIMD cannot be had, with the cure; null if it can. */
    private static String obstacle(boolean fuses) {
        try {
            Class.forName(MODULE + ".VectorShape", false, BackendProbe.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return "the module " + MODULE + " is not there; on the class path, start Java with " + FLAG;
        }
        String machine = System.getProperty("java.vm.info", "");
        if (machine.contains("interpreted") || machine.contains("emulated-client")) {
            return "this virtual machine runs without the C2 compiler (" + machine
                    + "), which alone makes vector instructions; drop -Xint or -XX:TieredStopAtLevel";
        }
        if (!fuses) {
            return "this processor has no fused multiply-add, or -XX:UseAVX or -XX:-UseFMA turned it off";
        }
        int bits = Width.preferredBits();
        return bits < 128 ? "this machine prefers vectors of " + bits + " bits; the kernels want 128 at least" : null;
    }

    /**
     * Without the instruction {@code Math.fma} goes through {@code BigDecimal}, a thousand times slower: the fastest of
     * some calls tells the two apart by a wide margin, even in the interpreter of a busy machine.
     */
    private static boolean fusesMultiplyAdd() {
        long fastest = Long.MAX_VALUE;
        double sum = 0x1p-30;
        for (int attempt = 0; attempt < 20 && fastest > 1_000; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < 4; i++) {
                sum = Math.fma(sum, 0.7, 0.3);
            }
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return sum > 0 && fastest < 8_000;
    }

    /** Apart, so that the incubator module is touched only once it is known to be there. */
    private static final class Width {
        static int preferredBits() {
            return VectorShape.preferredShape().vectorBitSize();
        }
    }
}
