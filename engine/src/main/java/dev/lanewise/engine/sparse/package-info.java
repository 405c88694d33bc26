/** Matrices with few entries: sparse and banded, their products and the factorisation of banded ones. */
package dev.lanewise.engine.sparse;
