/** Singular values, and eigenvalues of symmetric matrices, to high relative accuracy by Jacobi's method. */
package dev.lanewise.engine.jacobi;
