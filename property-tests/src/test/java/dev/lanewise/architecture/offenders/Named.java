package dev.lanewise.architecture.offenders;

/** Names that tell no reason to exist, and a field that changes under everybody's feet. */
public class Named {
    static int counter;

    static class MatrixUtils {}

    static class MatrixUtil {}

    static class MatrixHelper {}

    static class MatrixManager {}

    static class MatrixCommon {}
}
