/** Butterfly matrices: products of factors whose few entries lie where those of a fast transform do. */
package dev.lanewise.engine.butterfly;
