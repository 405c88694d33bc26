/** What people come to do: rotations and least squares, and later sketches and low-rank work. */
package dev.lanewise;
