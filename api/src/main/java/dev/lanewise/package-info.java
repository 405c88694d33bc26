/** What people come to do: rotations, and later sketches, low-rank work and least squares. */
package dev.lanewise;
