/**
 * Solvers that need nothing of a linear map but its products with vectors: conjugate gradients and MINRES for symmetric
 * ones, GMRES for square ones, LSMR for those of any shape.
 */
package dev.lanewise.structured.solve;
