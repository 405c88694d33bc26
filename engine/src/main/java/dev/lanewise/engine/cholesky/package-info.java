/** Cholesky factorisations. */
package dev.lanewise.engine.cholesky;
