package dev.lanewise.structured.butterfly;

/** What structure a matrix was found to have, or to be nearest to. */
public enum RecoveredKind {
    /** A product of butterfly factors between two permutations. */
    BUTTERFLY,

    /** A circulant matrix: a Fourier transform, a diagonal, and the transform back. */
    CIRCULANT,

    /** What a fit of the caller's gave. */
    FITTED
}
