/** Givens rotations: rotations of a plane that turn one of two numbers to zero. */
package dev.lanewise.engine.givens;
