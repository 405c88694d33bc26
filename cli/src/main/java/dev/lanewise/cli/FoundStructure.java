package dev.lanewise.cli;

import dev.lanewise.structured.LinearMap;

/**
 * What structure was found in a matrix.
 *
 * @param name of the structure
 * @param map the matrix, or what is nearest to it
 * @param error relative to the norm of the matrix
 * @param bound what the error is at most
 * @param tolerance what the error may be
 * @param isRecovered whether it is
 * @param operations of a product with a vector
 * @param denseOperations of the product of the matrix, written out, with a vector
 */
record FoundStructure(
        String name,
        LinearMap map,
        double error,
        double bound,
        double tolerance,
        boolean isRecovered,
        long operations,
        long denseOperations) {}
