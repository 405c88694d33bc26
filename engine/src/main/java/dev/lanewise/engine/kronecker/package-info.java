/** Kronecker products of matrices, applied factor by factor. */
package dev.lanewise.engine.kronecker;
