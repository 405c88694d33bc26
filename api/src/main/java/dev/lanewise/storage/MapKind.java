package dev.lanewise.storage;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of maps that a file may hold. A code keeps its meaning for ever. */
enum MapKind {
    ZERO(1, "zero"),
    IDENTITY(2, "identity"),
    DENSE(3, "dense"),
    DIAGONAL(4, "diagonal"),
    DIAGONAL_INVERSE(5, "inverse of a diagonal"),
    SIGNS(6, "signs"),
    PERMUTATION(7, "permutation"),
    SPARSE(8, "sparse"),
    BUTTERFLY(9, "butterfly"),
    COMPLEX_DIAGONAL(10, "complex diagonal"),
    COMPLEX_BUTTERFLY(11, "complex butterfly"),
    HADAMARD(12, "Hadamard"),
    FOURIER(13, "Fourier"),
    TRANSPOSE(14, "transpose"),
    MULTIPLE(15, "multiple"),
    PRODUCT(16, "product"),
    SUM(17, "sum"),
    KRONECKER(18, "Kronecker product"),
    CIRCULANT(19, "circulant"),
    COMPLEX_CIRCULANT(20, "complex circulant"),
    TOEPLITZ(21, "Toeplitz"),
    HANKEL(22, "Hankel"),
    BANDED(23, "banded"),
    LOW_RANK(24, "low rank"),
    BLOCK_DIAGONAL(25, "block diagonal"),
    MONARCH(26, "Monarch"),
    REAL_FOURIER(27, "real Fourier"),
    HARTLEY(28, "Hartley"),
    TRIGONOMETRIC(29, "cosine and sine");

    private static final MapKind[] BY_CODE = values();

    private final int code;
    private final String text;

    MapKind(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** What stands for it in a file. */
    int code() {
        return code;
    }

    /** The kind of a code; null if there is none. */
    static MapKind of(int code) {
        return code >= 1 && code <= BY_CODE.length ? BY_CODE[code - 1] : null;
    }

    static String all() {
        return Arrays.stream(BY_CODE).map(MapKind::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}
