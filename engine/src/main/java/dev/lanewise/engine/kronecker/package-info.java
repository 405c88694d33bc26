/** Kronecker products of matrices, applied factor by factor, and their gradients. */
package dev.lanewise.engine.kronecker;
