package dev.lanewise.storage;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.List;

/** What the reader and the writer of files of maps agree on; {@link dev.lanewise.storage} tells the whole format. */
final class MapFormat {
    /** Not ASCII, and with a line end that some programs would change: what is not copied as it is will be seen. */
    static final byte[] MAGIC = {(byte) 0x93, 'L', 'W', 'M', 'A', 'P', '\r', '\n'};

    static final int VERSION = 1;

    /** Magic bytes, version, size of a number, length of the file. */
    static final int HEADER_BYTES = 24;

    /** Kind, rows and columns. */
    static final int MAP_BYTES = 12;

    /** The checksum at the end. */
    static final int CHECKSUM_BYTES = 4;

    /** Maps within maps; so that nobody's stack overflows. */
    static final int MOST_DEPTH = 64;

    /** Bytes that are read or written at once: whole numbers, and within the second-level cache. */
    static final int CHUNK_BYTES = 1 << 17;

    private static final List<Normalization> BY_CODE =
            List.of(Normalization.BACKWARD, Normalization.ORTHO, Normalization.FORWARD);

    private static final List<TrigonometricKind> KIND_BY_CODE = List.of(
            TrigonometricKind.DCT1,
            TrigonometricKind.DCT2,
            TrigonometricKind.DCT3,
            TrigonometricKind.DCT4,
            TrigonometricKind.DST1,
            TrigonometricKind.DST2,
            TrigonometricKind.DST3,
            TrigonometricKind.DST4);

    private MapFormat() {}

    /** What stands for a cosine or sine transform. */
    static int code(TrigonometricKind kind) {
        return KIND_BY_CODE.indexOf(kind) + 1;
    }

    /** The transform of a code, 1 to 8. */
    static TrigonometricKind trigonometricKind(int code) {
        return KIND_BY_CODE.get(code - 1);
    }

    /** What stands for a normalisation. */
    static int code(Normalization normalization) {
        return BY_CODE.indexOf(normalization);
    }

    /** The normalisation of a code, 0, 1 or 2. */
    static Normalization normalization(int code) {
        return BY_CODE.get(code);
    }
}
