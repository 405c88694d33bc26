package dev.lanewise.cli;

import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The transforms that {@code lanewise transform} knows. */
enum TransformKind {
    FWHT(Family.HADAMARD),
    FFT(Family.FOURIER),
    RFFT(Family.REAL_FOURIER),
    DHT(Family.HARTLEY),
    DCT1(Family.TRIGONOMETRIC),
    DCT2(Family.TRIGONOMETRIC),
    DCT3(Family.TRIGONOMETRIC),
    DCT4(Family.TRIGONOMETRIC),
    DST1(Family.TRIGONOMETRIC),
    DST2(Family.TRIGONOMETRIC),
    DST3(Family.TRIGONOMETRIC),
    DST4(Family.TRIGONOMETRIC);

    /** What their plans have in common. */
    enum Family {
        HADAMARD,
        FOURIER,
        REAL_FOURIER,
        HARTLEY,
        TRIGONOMETRIC
    }

    private final Family family;

    TransformKind(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    /** Which of the cosine and sine transforms it is, if it is one. */
    TrigonometricKind trigonometric() {
        return TrigonometricKind.valueOf(name());
    }

    /** The shortest length that it takes. */
    int shortestLength() {
        return family == Family.TRIGONOMETRIC ? trigonometric().shortestLength() : 1;
    }

    /** Whether it takes real arrays alone; of the others that are real, both parts of a complex array are transformed. */
    boolean needsRealInput(boolean inverse) {
        return family == Family.REAL_FOURIER && !inverse;
    }

    static TransformKind of(String name) {
        for (TransformKind kind : values()) {
            if (kind.toString().equals(name)) {
                return kind;
            }
        }
        String all = Arrays.stream(values()).map(TransformKind::toString).collect(Collectors.joining(", "));
        throw CommandFailure.usage("KIND: got '" + name + "', wanted one of " + all);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
