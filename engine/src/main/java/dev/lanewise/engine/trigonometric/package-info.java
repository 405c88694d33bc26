/** Discrete cosine and sine transforms: kinds and plans. */
package dev.lanewise.engine.trigonometric;
