/**
 * What the factors of a Kronecker product give: its Cholesky factors, eigenvalues and singular values, shifted systems and
 * Sylvester's equation; the Kronecker products nearest to a matrix; Gaussian processes on grids.
 */
package dev.lanewise.structured.kronecker;
