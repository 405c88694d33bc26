/** Transforms over several axes of an array: along each of them a transform of vectors, one axis after the other. */
package dev.lanewise.engine.grid;
