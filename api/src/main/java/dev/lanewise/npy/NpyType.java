package dev.lanewise.npy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The types of an element that a {@code .npy} file may hold here, named as NumPy names them: a letter for the kind and
 * the number of bytes.
 *
 * <p>{@link #F4} and {@link #C8} are held in {@code float} arrays, every other type in {@code double} arrays. That is
 * exact but for {@link #U8} and {@link #I8} beyond 2^53, which are rounded to the nearest double.
 */
public enum NpyType {
    /** Unsigned integer of one byte. */
    U1,
    /** Signed integer of one byte. */
    I1,
    /** Unsigned integer of two bytes. */
    U2,
    /** Signed integer of two bytes. */
    I2,
    /** Unsigned integer of four bytes. */
    U4,
    /** Signed integer of four bytes, an {@code int}. */
    I4,
    /** Unsigned integer of eight bytes. */
    U8,
    /** Signed integer of eight bytes, a {@code long}. */
    I8,
    /** Floating-point number of two bytes, half precision. */
    F2,
    /** Floating-point number of four bytes, a {@code float}. */
    F4,
    /** Floating-point number of eight bytes, a {@code double}. */
    F8,
    /** Complex number of eight bytes: two floats, the real part first. */
    C8,
    /** Complex number of sixteen bytes: two doubles, the real part first. */
    C16;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final int bytes = Integer.parseInt(name().substring(1));

    /**
     * NumPy's short name of the type, without a byte order.
     *
     * @return for example {@code f8}
     */
    public String code() {
        return code;
    }

    /**
     * The size of one element in a file.
     *
     * @return bytes, 1 to 16
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Whether an element has an imaginary part.
     *
     * @return true for {@link #C8} and {@link #C16}
     */
    public boolean isComplex() {
        return this == C8 || this == C16;
    }

    /**
     * Whether elements are held, and computed with, in {@code float} rather than {@code double}.
     *
     * @return true for {@link #F4} and {@link #C8}
     */
    public boolean isFloat() {
        return this == F4 || this == C8;
    }

    static Optional<NpyType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    static String allCodes() {
        return Arrays.stream(values()).map(NpyType::code).collect(Collectors.joining(" "));
    }
}
