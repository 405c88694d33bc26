/** Matrix products: dense, symmetric and triangular; triangular systems and inverses. */
package dev.lanewise.engine.matmul;
